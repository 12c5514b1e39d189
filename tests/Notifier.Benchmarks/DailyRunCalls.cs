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
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Benchmarks;

/// <summary>
/// Table calls of a day's run with 500 students' reminders due, as the stored plans grow from 10,000 to 1,000,000. Wanted:
/// at most 10 % more. The other plans are agenda rows under other days and students' rows; they are written directly.
/// </summary>
internal static class DailyRunCalls
{
    private const int Due = 500;

    private static readonly LocalDate Day = new(2026, 10, 14);

    public static int Run(string[] args)
    {
        var few = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        var many = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;
        var first = CallsAsync(few).GetAwaiter().GetResult();
        var second = CallsAsync(many).GetAwaiter().GetResult();
        var more = (100.0 * second / first) - 100;
        Console.WriteLine(
            $"{first:N0} table calls at {few:N0} stored plans, {second:N0} at {many:N0}: {more:+0.0;-0.0;0.0} % more");
        return more <= 10 ? 0 : 1;
    }

    private static async Task<long> CallsAsync(int plans)
    {
        using var folder = new TempFolder();
        var clock = new FakeClock(OakHill.At(2026, 10, 13, 5));
        await using var store = SqliteStore.Open(folder.File("data"), clock);
        var calls = 0L;
        var tables = new WatchedTables(store.Tables, (_, _) => Interlocked.Increment(ref calls));
        var channel = new OutboxFolder(new OutboxSettings { Folder = folder.File("outbox") });
        var useCases = new UseCases(tables, store.Queues, channel, new NoticeComposer(new PlainTemplates()), clock);
        var watch = Stopwatch.StartNew();
        await new ImportDistrictFolder(tables, store.Queues, clock).RunAsync(
            new GivenDistrict(OakHill.District(), Enumerable.Range(0, plans).Select(Student)), confirmed: true, null,
            CancellationToken.None);
        await FillAgendaAsync(useCases, plans);
        // The plans under test go through the whole of it; the changes of the others stay on the queue.
        await Parallel.ForEachAsync(Enumerable.Range(0, Due), async (number, cancellationToken) =>
            await useCases.RefreshDueDates.RunAsync(Change(number), cancellationToken));
        await useCases.RaiseReminders.RunAsync(CancellationToken.None);
        await DrainAsync(useCases, store.Queues, clock);
        var setUp = watch.Elapsed;

        clock.MoveTo(OakHill.At(2026, 10, 14, 9));
        Interlocked.Exchange(ref calls, 0);
        watch.Restart();
        await useCases.RaiseReminders.RunAsync(CancellationToken.None);
        var messages = await DrainAsync(useCases, store.Queues, clock);
        await useCases.ReconcileDeliveries.RunAsync(CancellationToken.None);
        Console.WriteLine(
            $"{plans:N0} plans: set up in {setUp.TotalSeconds:N0} s; the day's run {watch.Elapsed.TotalSeconds:N1} s, "
            + $"{messages:N0} messages, {calls:N0} table calls");
        return calls;
    }

    /// <summary>Four entries for each of the other plans, on days after the one under test.</summary>
    private static async Task FillAgendaAsync(UseCases useCases, int plans)
    {
        for (var step = 0; step < 4; step++)
        {
            var on = step;
            await Parallel.ForEachAsync(
                Enumerable.Range(Due, plans - Due), new ParallelOptions { MaxDegreeOfParallelism = 64 },
                async (number, cancellationToken) => await useCases.Agenda.WriteAsync(
                    OakHill.DistrictId, $"S{number}",
                    [new AgendaEntry(new AgendaPlace(Day.PlusDays(30 + ((number + (on * 91)) % 360)), $"r{on}"), null)], 1,
                    cancellationToken));
        }
    }

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

    private static PlanChange Change(int number) =>
        new() { DistrictId = OakHill.DistrictId, StudentId = $"S{number}", Reason = "benchmark" };

    private static StudentFile Student(int number) =>
        OakHill.Family($"S{number}", $"P{number}", new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2025, 11, 14)));
}
