using System.Text;
using System.Text.Json;
using Notifier.Application.Digests;
using Notifier.Application.Evidence;
using Notifier.Application.PlanDates;
using Notifier.Application.Storage;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Notices;

namespace Notifier.Cli.Commands;

/// <summary>Writes the records of a whole district, each chain checked, and says which are not whole.</summary>
internal sealed class EvidenceExport(Screen screen, IEntityTables tables, EvidenceReport report)
{
    private const int SayEach = 25;

    private readonly StaffDigests digests = report.OpenDigests();

    private readonly SortedSet<string> staff = new(StringComparer.Ordinal) { Recipient.DistrictContactId };

    private readonly List<(string Id, string Problem)> broken = [];

    private (int Students, int Records, int Staff) count;

    public async Task<int> RunAsync(string districtId, string path, bool json, CancellationToken cancellationToken)
    {
        var folder = EvidenceFolder.Prepare(path);
        var steps = new Steps(screen.Notes);
        await steps.RunAsync("Writing the records of students", say => StudentsAsync(districtId, folder, say, cancellationToken));
        await steps.RunAsync("Writing the records of staff", say => StaffAsync(districtId, folder, say, cancellationToken));
        await folder.FinishAsync(cancellationToken);
        Say(districtId, folder, json);
        return broken.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private async Task<string> StudentsAsync(string districtId, EvidenceFolder folder, Action<string> say, CancellationToken cancellationToken)
    {
        await foreach (var studentId in new StudentFiles(tables).EverKnownIdsAsync(districtId, cancellationToken))
        {
            var reading = await report.ReadAsync(districtId, studentId, digests, cancellationToken);
            staff.UnionWith(reading.Digests.Select(telling => telling.StaffId));
            count.Students++;
            if (await WriteAsync(reading, folder, cancellationToken))
            {
                count.Records++;
            }
            else
            {
                folder.NoteWithout(studentId);
            }

            if (count.Students % SayEach == 0)
            {
                say($"{Written.Count(count.Students, "student")}");
            }
        }

        return $"{Written.Count(count.Records, "record")} of {Written.Count(count.Students, "student")}";
    }

    private async Task<string> StaffAsync(string districtId, EvidenceFolder folder, Action<string> say, CancellationToken cancellationToken)
    {
        var file = await new DistrictFiles(tables).GetAsync(districtId, cancellationToken);
        staff.UnionWith(file?.Staff.Select(member => member.StaffId) ?? []);
        staff.UnionWith(await new StaffDuties(tables).CaseManagersAsync(districtId, cancellationToken).ToListAsync(cancellationToken));
        foreach (var staffId in staff)
        {
            say(staffId);
            count.Staff += await WriteAsync(await report.ReadStaffAsync(districtId, staffId, cancellationToken), folder, cancellationToken) ? 1 : 0;
        }

        return Written.Count(count.Staff, "record");
    }

    private async Task<bool> WriteAsync(EvidenceReading reading, EvidenceFolder folder, CancellationToken cancellationToken)
    {
        if (!reading.Check.IsWhole)
        {
            broken.Add((reading.StaffId ?? reading.StudentId, reading.Check.Problem!));
        }
        else if (reading.Entries.Count == 0)
        {
            return false;
        }

        await folder.WriteAsync(reading, cancellationToken);
        return true;
    }

    private void Say(string districtId, EvidenceFolder folder, bool json)
    {
        if (json)
        {
            screen.Output.WriteLine(ToJson(districtId, folder.Path));
            return;
        }

        screen.Output.WriteLine($"{folder.Path}: {Written.Count(count.Records, "record")} of students, {count.Staff} of staff; index.csv lists them. They are personal records (34 CFR part 99).");
        foreach (var (id, problem) in broken)
        {
            screen.Output.WriteLine($"The record of {id} is NOT whole: {problem}");
        }

        screen.Output.WriteLine(broken.Count == 0 ? "All records are whole." : $"{Written.Count(broken.Count, "record is", "records are")} NOT whole.");
    }

    private string ToJson(string districtId, string path)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("districtId", districtId);
            writer.WriteString("folder", path);
            writer.WriteNumber("students", count.Students);
            writer.WriteNumber("studentRecords", count.Records);
            writer.WriteNumber("staffRecords", count.Staff);
            writer.WriteBoolean("whole", broken.Count == 0);
            writer.WriteStartArray("broken");
            foreach (var (id, problem) in broken)
            {
                writer.WriteStartObject();
                writer.WriteString("id", id);
                writer.WriteString("problem", problem);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
