namespace Notifier.Cli.Tests;

/// <summary>A district folder of three children, small enough to count by hand; rows can be added before it is written.</summary>
public sealed class TinyDistrict
{
    private readonly Dictionary<string, List<string>> files = new()
    {
        ["calendar.csv"] =
        [
            "kind,firstDate,lastDate,name,schoolId",
            "schoolYear,2025-08-18,2026-05-28,2025-26,",
            "schoolYear,2026-08-17,2027-05-27,2026-27,",
            "noSchool,2025-11-24,2025-11-28,Thanksgiving,",
            "noSchool,2025-12-22,2026-01-06,Winter break,",
            "noSchool,2026-11-23,2026-11-27,Thanksgiving,",
            "noSchool,2026-12-21,2027-01-05,Winter break,",
        ],
        ["schools.csv"] = ["schoolId,name", "MAIN,Main Street School"],
        ["staff.csv"] =
        [
            "staffId,name,email,phone,role,supervisorId,schoolId",
            "T1,Carla Bishop,carla.bishop@example.org,+15125550101,caseManager,T2,MAIN",
            "T2,Ray Chow,ray.chow@example.org,+15125550102,supervisor,,",
        ],
        ["students.csv"] =
        [
            "studentId,firstName,lastName,birthDate,grade,schoolId",
            "S1,Ana,Flores,2017-03-14,03,MAIN",
            "S2,Ben,Carter,2014-07-02,06,MAIN",
            "S3,Zoë,Okafor,2012-01-30,08,MAIN",
        ],
        ["contacts.csv"] =
        [
            "contactId,studentId,name,relationship,language,email,phone,channels,textConsent,receivesNotices,timeZone",
            "C1,S1,Rosa Flores,mother,es,rosa.flores@example.org,+15125550111,sms;email,2025-08-20,yes,",
            "C2,S2,Paul Carter,father,en,paul.carter@example.org,+15125550112,email,,yes,",
            "C3,S3,Ama Okafor,mother,en,ama.okafor@example.org,,email,,yes,",
        ],
        ["plans.csv"] = ["planId,studentId,kind,caseManagerId", "P1,S1,evaluation,T1", "P2,S2,iep,T1", "P3,S3,504,T1"],
        ["plan-dates.csv"] =
        [
            "planId,kind,date,detail",
            "P1,consentReceived,2025-10-27,",
            "P2,evaluationCompleted,2024-02-12,",
            "P2,iepMeetingHeld,2025-12-01,",
            "P3,iepMeetingHeld,2025-12-01,",
            "P3,evaluationCompleted,2024-10-15,",
        ],
    };

    public string State { get; init; } = "US";

    public TinyDistrict Add(string file, params string[] rows)
    {
        files[file].AddRange(rows);
        return this;
    }

    public TinyDistrict Write(string folder)
    {
        File.WriteAllText(
            Path.Combine(folder, "district.json"),
            $$"""{ "districtId": "tiny", "name": "Tiny District", "state": "{{State}}", "timeZone": "America/Chicago" }""");
        foreach (var (name, lines) in files)
        {
            File.WriteAllLines(Path.Combine(folder, name), lines);
        }

        return this;
    }
}
