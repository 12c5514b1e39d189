using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Testing;

namespace Notifier.Application.Tests.PlanDates;

/// <summary>A store, a queue and what a refresh of due dates has seen of them.</summary>
internal sealed class ImportHouse
{
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 20, 12, 0));
    private readonly Dictionary<string, (string? Student, string District)> seen = new(StringComparer.Ordinal);

    public ImportHouse()
    {
        Queues = new InMemoryQueues(clock);
    }

    public InMemoryTables Tables { get; } = new();

    public InMemoryQueues Queues { get; }

    /// <summary>Imports with a repository of its own, as a program started anew would.</summary>
    public Task<ImportResult> ImportAsync(FakeReading reading, bool confirmed = false) =>
        new ImportDistrictFolder(Tables, Queues, clock).RunAsync(reading, confirmed, null, default);

    public Task<ImportResult> ImportAsync(params StudentFile[] students) => ImportAsync(new FakeReading(SampleFiles.District(), students));

    public async Task<StudentFile?> StudentAsync(string id) => await new StudentFiles(Tables).GetAsync(SampleFiles.DistrictId, id, default);

    /// <summary>Takes every change off the queue and looks at the student it names, as a refresh does.</summary>
    public async Task<List<PlanChange>> RefreshAsync()
    {
        var changes = new List<PlanChange>();
        while (await Queues.ReceiveAsync(QueueNames.PlanChanges, 100, clock.GetCurrentInstant(), Duration.FromMinutes(1), default) is { Count: > 0 } received)
        {
            foreach (var message in received)
            {
                var change = PlanChange.FromBody(message.Body);
                changes.Add(change);
                var district = await new DistrictFiles(Tables).GetAsync(change.DistrictId, default);
                var student = await StudentAsync(change.StudentId);
                seen[change.StudentId] = (student?.Version, CalendarOf(district, student));
                await Queues.CompleteAsync(message, default);
            }
        }

        return changes;
    }

    /// <summary>Every student whose stored file, or calendar, is another one than a refresh has seen.</summary>
    public async Task<List<string>> StaleAsync()
    {
        var stale = new List<string>();
        var district = await new DistrictFiles(Tables).GetAsync(SampleFiles.DistrictId, default);
        foreach (var (student, version) in seen)
        {
            var stands = await StudentAsync(student);
            if (stands?.Version != version.Student || CalendarOf(district, stands) != version.District)
            {
                stale.Add(student);
            }
        }

        await foreach (var student in new StudentFiles(Tables).StudentIdsAsync(SampleFiles.DistrictId, default))
        {
            if (!seen.ContainsKey(student))
            {
                stale.Add(student);
            }
        }

        return stale;
    }

    // What of the district's file a student's due dates hang on.
    private static string CalendarOf(DistrictFile? file, StudentFile? student) => file is null || student is null ? "" : DistrictFiles.Content(file with
    {
        Staff = [],
        Schools = [],
        Calendar = [.. file.Calendar.Where(entry => entry.SchoolId is null || entry.SchoolId == student.Student.SchoolId)],
    });
}
