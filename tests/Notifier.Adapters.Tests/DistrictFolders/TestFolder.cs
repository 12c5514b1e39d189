using System.Text;
using NodaTime;
using Notifier.Adapters.DistrictFolders;
using Notifier.Application.PlanDates;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.DistrictFolders;

/// <summary>A small folder without a mistake, to which a test adds its own. Today is 2026-11-20 in Chicago.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal)
    {
        ["district.json"] =
            """{ "districtId": "OAK", "name": "Oak Hill", "state": "TX", "timeZone": "America/Chicago" }""",
        ["schools.csv"] = "schoolId,name\nE1,Oak Elementary\nM1,Elm Middle\n",
        ["staff.csv"] = "staffId,name,email,phone,role,supervisorId,schoolId\n"
            + "SUP,Ruth Bell,ruth.bell@example.org,+15125550100,supervisor,,\n"
            + "CM1,Tom Hale,tom.hale@example.org,(512) 555-0101,caseManager,SUP,E1\n",
        ["calendar.csv"] = "kind,firstDate,lastDate,name,schoolId\n"
            + "schoolYear,2026-08-17,2027-05-27,2026-27,\n"
            + "noSchool,2026-09-07,,Labor Day,\n"
            + "noSchool,2026-11-23,2026-11-27,Thanksgiving,E1\n",
        ["students.csv"] = "studentId,firstName,lastName,birthDate,grade,schoolId\n"
            + "S1,Ana,Ruiz,2016-03-04,05,E1\n"
            + "S2,Ben,Cole,2013-07-19,08,M1\n",
        ["contacts.csv"] = "contactId,studentId,name,relationship,language,email,phone,channels,textConsent,receivesNotices,timeZone\n"
            + "C1,S1,Marta Ruiz,mother,es,marta@example.org,512-555-0142,sms;email,2026-08-04,yes,\n"
            + "C2,S2,Joe Cole,father,en,joe@example.org,,email,,yes,America/Denver\n",
        ["plans.csv"] = "planId,studentId,kind,caseManagerId\nP1,S1,iep,CM1\nP2,S2,504,CM1\n",
        ["plan-dates.csv"] = "planId,kind,date,detail\n"
            + "P1,consentReceived,2024-09-03,\nP1,evaluationCompleted,2024-10-21,\nP1,eligibilityDetermined,2024-10-28,\n"
            + "P1,iepMeetingHeld,2024-11-12,\nP1,iepMeetingHeld,2025-11-03,\n"
            + "P2,iepMeetingHeld,2026-02-10,\n",
        ["accommodations.csv"] = "planId,kind,detail\nP2,scheduleChangeNotice,the evening before\n",
    };

    public string Path => temp.Path;

    public string RejectsPath => temp.File("report");

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 20, 18, 0));

    /// <summary>The file as it stands now.</summary>
    public string this[string file]
    {
        get => texts[file];
        set => texts[file] = value;
    }

    public TestFolder With(string file, string text)
    {
        texts[file] = text;
        return this;
    }

    public TestFolder Add(string file, params string[] rows)
    {
        texts[file] += string.Concat(rows.Select(row => row + "\n"));
        return this;
    }

    public TestFolder Replace(string file, string from, string to)
    {
        Assert.Contains(from, texts[file], StringComparison.Ordinal);
        texts[file] = texts[file].Replace(from, to, StringComparison.Ordinal);
        return this;
    }

    public TestFolder Remove(string file)
    {
        texts.Remove(file);
        return this;
    }

    public void WriteBytes(string file, byte[] bytes)
    {
        texts.Remove(file);
        File.WriteAllBytes(temp.File(file), bytes);
    }

    public TestFolder Save()
    {
        foreach (var (file, text) in texts)
        {
            File.WriteAllText(temp.File(file), text, new UTF8Encoding(false));
        }

        return this;
    }

    public DistrictFolder Read()
    {
        Save();
        return DistrictFolder.Read(new DistrictFolderReader(Clock), Path);
    }

    /// <summary>Every problem in one line each, for comparing the very words.</summary>
    public string[] Problems() => [.. Read().Problems.Select(problem => $"{problem.Severity} {problem}")];

    /// <summary>The lines of a rejects file, its header included; none when there is no such file.</summary>
    public string[] Rejects(string file)
    {
        Save();
        var problems = new List<ImportProblem>();
        using (new DistrictFolderReader(Clock).Read(Path, problems.Add, RejectsPath))
        {
        }

        var path = System.IO.Path.Combine(RejectsPath, file.Replace(".csv", ".rejects.csv", StringComparison.Ordinal));
        return File.Exists(path) ? File.ReadAllLines(path) : [];
    }

    public void Dispose() => temp.Dispose();
}
