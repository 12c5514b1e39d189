using Notifier.Application.PlanDates;
using Notifier.Application.Storage;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>
/// A refresh is overtaken, before every single call it makes, by one of a newer plan, which itself stops anywhere until the
/// older one is done: the agenda ends as the newest plan has it, and the schedule knows every place of it.
/// </summary>
public sealed class RefreshRaceTests : FlowTest
{
    // As good as never: the newer one runs through.
    private const int Never = 10_000;

    [Theory]
    [InlineData(0)] // back to what stood there at first
    [InlineData(3)] // other places than either before
    public async Task The_agenda_ends_as_the_newest_plan_has_it(int daysLater)
    {
        await ImportAsync();
        await World.RunHourAsync();
        await ImportAsync(Later(7));

        var last = await CallsOfOneRefreshAsync();
        Assert.InRange(last, 10, 200);
        var wrong = new List<string>();
        for (var older = 1; older <= last; older++)
        {
            foreach (var newer in Enumerable.Range(1, last).Where(call => call % 15 == older % 15).Append(Never))
            {
                var tables = Tables.Copy();
                await RaceAsync(tables, Later(daysLater), older, newer);
                await CheckAsync(tables, $"older stopped before call {older}, newer before call {newer}", wrong);
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of the races: {string.Join('\n', wrong.Take(5))}");
    }

    private static StudentFile Later(int days) =>
        OakHill.Family(new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld.PlusDays(days)));

    private static Task RefreshAsync(FlowWorld world) => world.UseCases.RefreshDueDates.RunAsync(
        new PlanChange { DistrictId = OakHill.DistrictId, StudentId = OakHill.StudentId, Reason = "test" }, CancellationToken.None);

    private FlowWorld Process(IEntityTables tables)
    {
        var queues = new InMemoryQueues(Clock);
        return new FlowWorld(tables, queues, queues, Provider, Clock);
    }

    private async Task<int> CallsOfOneRefreshAsync()
    {
        var calls = 0;
        await RefreshAsync(Process(new WatchedTables(Tables.Copy(), (_, _) => calls++)));
        return calls;
    }

    private async Task RaceAsync(InMemoryTables tables, StudentFile newest, int stopOlder, int stopNewer)
    {
        var older = new StoppingCall(stopOlder);
        var newer = new StoppingCall(stopNewer);
        var first = StartAsync(new WatchedTables(tables, (_, _) => older.Pass()));
        await Task.WhenAny(first, older.Reached);
        await Process(tables).ImportAsync(OakHill.District(), newest);
        var second = StartAsync(new WatchedTables(tables, (_, _) => newer.Pass()));
        await Task.WhenAny(second, newer.Reached);
        older.Continue();
        await first;
        newer.Continue();
        await second;
    }

    // A thread of its own, because it is held up.
    private Task StartAsync(WatchedTables tables) => Task.Factory.StartNew(
        () => RefreshAsync(Process(tables)).GetAwaiter().GetResult(),
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private async Task CheckAsync(InMemoryTables tables, string race, List<string> wrong)
    {
        var world = Process(tables);
        var (stands, expected) = (await AgendaFindings.StandsAsync(world), await AgendaFindings.ExpectedAsync(world));
        var schedule = (await world.UseCases.Schedules.ReadAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None)).Schedule;
        if (!expected.SequenceEqual(stands))
        {
            wrong.Add($"{race}: too many {string.Join(", ", stands.Except(expected))}; missing {string.Join(", ", expected.Except(stands))}");
        }
        else if (!schedule.IsSettled)
        {
            wrong.Add($"{race}: the schedule is not settled with {schedule.Agenda.Count} places of {expected.Count}");
        }

        // Each move goes on from where the one before ended: nobody overwrote what another had on record.
        var moves = (await world.EvidenceAsync())
            .Where(row => row.Kind == EvidenceKind.DueDateMoved && EvidenceDetail.Find(row.Detail, "obligation") == Obligation)
            .Select(row => (Old: EvidenceDetail.Find(row.Detail, "old"), New: EvidenceDetail.Find(row.Detail, "new"))).ToList();
        if (moves.Zip(moves.Skip(1)).Any(pair => pair.First.New != pair.Second.Old))
        {
            wrong.Add($"{race}: the evidence says {string.Join(", ", moves)}");
        }
    }

    /// <summary>Holds up one call of a process until it may go on.</summary>
    private sealed class StoppingCall(int number)
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int calls;

        public Task Reached => reached.Task;

        public void Pass()
        {
            if (Interlocked.Increment(ref calls) == number)
            {
                reached.SetResult();
                goOn.Task.GetAwaiter().GetResult();
            }
        }

        public void Continue() => goOn.SetResult();
    }
}
