using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Notifier.Adapters.Outbox;
using Notifier.Adapters.Sqlite;
using Notifier.Application.Delivery;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Application.Reminders;
using Notifier.Application.Runs;
using Notifier.Benchmarks.DailyRuns;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Benchmarks;

/// <summary>
/// Table calls of a day's run with 500 students' reminders due, as the stored plans grow from 10,000 to 1,000,000. Wanted:
/// at most 10 % more. The other plans are stored as their import and refresh leave them.
/// </summary>
internal static class DailyRunCalls
{
    private const int Due = 500;
    private const int Compared = 700;

    public static int Run(string[] args)
    {
        int[] sizes = args.Length > 0
            ? [.. args.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]
            : [10_000, 100_000, 1_000_000];
        var rows = CompareAsync().GetAwaiter().GetResult();
        Console.WriteLine($"{Compared:N0} plans written directly leave the same {rows:N0} rows as their import and refresh");
        var calls = sizes.Select(size => CallsAsync(size).GetAwaiter().GetResult()).ToArray();
        var more = (100.0 * calls[^1] / calls[0]) - 100;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{more:+0.0;-0.0;0.0} % more table calls at {sizes[^1]:N0} plans than at {sizes[0]:N0}"));
        return more <= 10 ? 0 : 1;
    }

    private static async Task<long> CallsAsync(int plans)
    {
        using var folder = new TempFolder();
        var clock = BeforeTheDay();
        var watch = Stopwatch.StartNew();
        var waiting = await StoredPlans.WriteAsync(folder.File("data"), plans, Student, clock);
        await using var store = SqliteStore.Open(folder.File("data"), clock);
        var calls = 0L;
        var tables = new WatchedTables(store.Tables, (_, _) => Interlocked.Increment(ref calls));
        var channel = new OutboxFolder(new OutboxSettings { Folder = folder.File("outbox") });
        var useCases = new UseCases(tables, store.Queues, channel, new NoticeComposer(new PlainTemplates()), clock);
        await store.Queues.SendAsync(QueueNames.NoticesDue, waiting, CancellationToken.None);
        await useCases.RaiseReminders.RunAsync(CancellationToken.None);
        await DrainAsync(useCases, store.Queues, clock);
        var setUp = watch.Elapsed;

        clock.MoveTo(OakHill.At(2026, 10, 14, 9));
        Interlocked.Exchange(ref calls, 0);
        watch.Restart();
        await useCases.RaiseReminders.RunAsync(CancellationToken.None);
        var messages = await DrainAsync(useCases, store.Queues, clock);
        await useCases.ReconcileDeliveries.RunAsync(CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{plans,9:N0} plans in {new FileInfo(folder.File("data/notifier.db")).Length / 1e6,7:N0} MB: {messages:N0} messages, "
            + $"{calls:N0} table calls; the day's run {watch.Elapsed.TotalSeconds:N1} s, set up in {setUp.TotalSeconds:N0} s"));
        return calls;
    }

    private static async Task<int> CompareAsync()
    {
        using var folder = new TempFolder();
        await using (var store = SqliteStore.Open(folder.File("imported"), BeforeTheDay()))
        {
            await StoredPlans.ImportAsync(store, Compared, Student, BeforeTheDay());
        }

        await StoredPlans.WriteAsync(folder.File("written"), Compared, Student, BeforeTheDay());
        var imported = StoreFileRows.Of(folder.File("imported/notifier.db"));
        var written = StoreFileRows.Of(folder.File("written/notifier.db"));
        var different = imported.Except(written).Concat(written.Except(imported)).FirstOrDefault();
        return different is null && imported.Count == written.Count
            ? imported.Count
            : throw new InvalidOperationException($"Written directly, the store is another one: {imported.Count} rows, {written.Count} rows; {different}");
    }

    private static FakeClock BeforeTheDay() => new(OakHill.At(2026, 10, 13, 5));

    private static async Task<int> DrainAsync(UseCases useCases, SqliteQueues queue, FakeClock clock)
    {
        var shards = await queue.ReceiveAsync(
            QueueNames.AgendaShards, 64, clock.GetCurrentInstant(), Duration.FromMinutes(5), CancellationToken.None);
        foreach (var shard in shards)
        {
            await useCases.RaiseShard.RunAsync(AgendaShard.Read(shard.Body), CancellationToken.None);
            await queue.CompleteAsync(shard, CancellationToken.None);
        }

        var count = shards.Count;
        while (true)
        {
            var messages = await queue.ReceiveAsync(
                QueueNames.NoticesDue, 64, clock.GetCurrentInstant(), Duration.FromMinutes(5), CancellationToken.None);
            if (messages.Count == 0)
            {
                return count;
            }

            count += messages.Count;
            await Parallel.ForEachAsync(messages, async (message, cancellationToken) =>
            {
                await useCases.SendNotice.RunAsync(NoticeDue.Read(message.Body), cancellationToken);
                await queue.CompleteAsync(message, cancellationToken);
            });
        }
    }

    /// <summary>
    /// The first have an IEP with reminders on the day; the others a 504 plan, met about in spring and known to its teachers,
    /// with the reminders of its next review under later days.
    /// </summary>
    private static StudentFile Student(int number)
    {
        var (studentId, planId) = ($"S{number:D7}", $"P{number:D7}");
        if (number < Due)
        {
            return OakHill.Family(studentId, planId, new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2025, 11, 14)));
        }

        var file = OakHill.Family(
            studentId, planId,
            new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 2, 2).PlusDays(number % 110)),
            new PlanDate(PlanDateKind.ObligationMet, new LocalDate(2026, 8, 17), "plan-handover"));
        var plan = file.Plans[0];
        return file with { Plans = [plan with { Plan = plan.Plan with { Kind = PlanKind.Section504 } }] };
    }
}
