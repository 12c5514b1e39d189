using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Notifier.Adapters.Outbox;
using Notifier.Adapters.Sqlite;
using Notifier.Application.Delivery;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Application.Runs;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Reminders;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Benchmarks;

/// <summary>
/// Notices per second through claim, composition, outbox and evidence over SQLite: one reminder for the case manager of
/// each student, as many at once as given. Wanted: 2,000.
/// </summary>
internal static class NoticesPerSecond
{
    public static int Run(string[] args) => RunAsync(
        args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000,
        args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 64).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(int students, int atOnce)
    {
        using var folder = new TempFolder();
        var clock = new FakeClock(OakHill.At(2026, 10, 14, 9));
        await using var store = SqliteStore.Open(folder.File("data"), clock);
        var useCases = new UseCases(
            store.Tables, store.Queues, new OutboxFolder(new OutboxSettings { Folder = folder.File("outbox") }),
            new NoticeComposer(new PlainTemplates()), clock);
        await new ImportDistrictFolder(store.Tables, store.Queues, clock).RunAsync(
            new GivenDistrict(OakHill.District(), Enumerable.Range(0, students).Select(Student)), confirmed: true, null,
            CancellationToken.None);

        await SendAsync(useCases, [.. Enumerable.Range(0, 500).Select(i => Due(i, "caseManager-60"))], atOnce);
        var allocated = GC.GetTotalAllocatedBytes();
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await SendAsync(useCases, [.. Enumerable.Range(0, students).Select(i => Due(i, "caseManager-30"))], atOnce);
        watch.Stop();

        var sent = Directory.EnumerateFiles(folder.File("outbox"), "*.eml", SearchOption.AllDirectories).Count();
        Console.WriteLine(
            $"{students:N0} notices, {atOnce} at once: {students / watch.Elapsed.TotalSeconds:N0} notices/s, "
            + $"{(Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / students:N0} µs of processor time and "
            + $"{(GC.GetTotalAllocatedBytes() - allocated) / students:N0} bytes each; {sent:N0} files in the outbox, "
            + $"{useCases.Tally.Summary.Sent:N0} sent");
        return useCases.Tally.Summary.Sent == sent && sent >= students ? 0 : 1;
    }

    private static Task SendAsync(UseCases useCases, IReadOnlyList<NoticeDue> dues, int atOnce) =>
        Parallel.ForEachAsync(
            dues, new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (due, cancellationToken) => await useCases.SendNotice.RunAsync(due, cancellationToken));

    private static StudentFile Student(int number) =>
        OakHill.Family($"S{number}", $"P{number}", new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2025, 11, 14)));

    private static NoticeDue Due(int number, string step) => new()
    {
        DistrictId = OakHill.DistrictId,
        StudentId = $"S{number}",
        PlanId = $"P{number}",
        Obligation = new ObligationId("annual-review"),
        DueOn = new LocalDate(2026, 11, 14),
        StepId = step,
        Audience = Audience.CaseManager,
    };
}
