using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Application.Queues;
using Notifier.Application.Storage;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Testing.Flow;

/// <summary>One family's due date with a store, queues and a provider that break by a seed, then run on until all is quiet.</summary>
public sealed class FaultScene
{
    // Due on 2026-11-14: the family is told 30 days before, the case manager 60, 30, 14 and 7.
    private static readonly LocalDate MeetingHeld = new(2025, 11, 14);

    private readonly FakeClock clock;
    private readonly WatchedTables tables;
    private readonly WatchedQueues queues;
    private readonly Func<ISetAsideMessages> setAside;
    private readonly Random answers;

    /// <param name="seed">The same seed plays the same scene.</param>
    /// <param name="clock">The clock of everything; it is moved.</param>
    /// <param name="tables">An empty store.</param>
    /// <param name="sender">Its queues.</param>
    /// <param name="receiver">The same.</param>
    /// <param name="setAside">The same.</param>
    /// <param name="provider">Made for the scene; null: the plain fake channel.</param>
    public FaultScene(
        int seed, FakeClock clock, IEntityTables tables, IQueueSender sender, IQueueReceiver receiver,
        Func<ISetAsideMessages> setAside, Func<FaultScene, ISceneProvider>? provider = null)
    {
        this.clock = clock;
        this.setAside = setAside;
        clock.MoveTo(Start);
        answers = new Random(seed);
        Faults = new Faults(seed, crashes: seed % 4, errors: seed % 5) { OneIn = 10 + (seed % 60) };
        this.tables = new WatchedTables(
            tables, (what, table) => Faults.Step($"before {what} {table}"), (what, table) => Faults.Step($"after {what} {table}"));
        queues = new WatchedQueues(
            sender, receiver, (what, queue) => Faults.Step($"before {what} {queue}"),
            (what, queue) => Faults.Step($"after {what} {queue}"));
        Channel.Answering = _ => Answer();
        Channel.CanFind = seed % 7 != 0;
        Channel.Around = when => Faults.Step($"{when} the channel");
        Provider = provider?.Invoke(this) ?? new FakeChannelScene(Channel);
    }

    public static Instant Start { get; } = OakHill.At(2026, 9, 14, 5);

    /// <summary>From before the first reminder until after the last, then some days of quiet.</summary>
    public static (Instant From, Instant Until, Instant Quiet) AllReminderDays { get; } =
        (Start, OakHill.At(2026, 10, 20, 12), OakHill.At(2026, 10, 23, 12));

    /// <summary>The one day on which both the family and the case manager are told, and what follows: for very many scenes.</summary>
    public static (Instant From, Instant Until, Instant Quiet) TheReminderDay { get; } =
        (OakHill.At(2026, 10, 14, 5), OakHill.At(2026, 10, 15, 6), OakHill.At(2026, 10, 16, 22));

    /// <summary>A store in which everything before <see cref="TheReminderDay"/> is done; each scene takes a copy.</summary>
    public static async Task<InMemoryTables> BeforeTheReminderDayAsync()
    {
        var clock = new FakeClock(Start);
        var tables = new InMemoryTables();
        var queues = new InMemoryQueues(clock);
        await PrepareTheReminderDayAsync(tables, queues, queues, clock);
        return tables;
    }

    /// <summary>Does everything before <see cref="TheReminderDay"/> in an empty store.</summary>
    public static async Task PrepareTheReminderDayAsync(
        IEntityTables tables, IQueueSender sender, IQueueReceiver receiver, FakeClock clock)
    {
        clock.MoveTo(OakHill.At(2026, 10, 13, 5));
        var world = new FlowWorld(tables, sender, receiver, new FakeChannel(), clock);
        await world.ImportAsync(District, Family);
        await world.RunUntilAsync(OakHill.At(2026, 10, 14, 4), step: Duration.FromHours(8));
    }

    /// <summary>A scene in memory.</summary>
    public static FaultScene InMemory(int seed)
    {
        var clock = new FakeClock(Start);
        var queues = new InMemoryQueues(clock);
        return new FaultScene(seed, clock, new InMemoryTables(), queues, queues, () => queues);
    }

    public Faults Faults { get; }

    public FakeChannel Channel { get; } = new();

    public ISceneProvider Provider { get; }

    public (Instant From, Instant Until, Instant Quiet) Days { get; init; } = AllReminderDays;

    /// <summary>The world of the process that runs last.</summary>
    public FlowWorld World { get; private set; } = null!;

    /// <summary>The messages nobody will handle any more, with the reason.</summary>
    public async Task<IReadOnlyList<string>> SetAsideAsync()
    {
        var found = new List<string>();
        foreach (var queue in QueueNames.All)
        {
            await foreach (var message in setAside().ListAsync(queue, CancellationToken.None))
            {
                found.Add($"a message of {queue} was set aside ({message.Reason})");
            }
        }

        return found;
    }

    public async Task RunAsync()
    {
        Faults.Pause();
        clock.MoveTo(Days.From);
        World = NewProcess();
        if (Days == AllReminderDays)
        {
            await World.ImportAsync(District, Family);
        }

        Faults.Continue();
        while (clock.GetCurrentInstant() < Days.Until)
        {
            try
            {
                await Provider.ReportAsync(World, queues);
                await World.RunHourAsync();
            }
            catch (Exception problem) when (Faults.IsOne<CrashException>(problem))
            {
                await RestartAsync();
                continue;
            }
            catch (Exception problem) when (Faults.IsOne<TimeoutException>(problem))
            {
                // A timer's own failure: its next hour comes.
            }

            clock.Advance(Duration.FromHours(8));
        }

        Faults.Stop();
        Provider.Stop();
        await RestartAsync();
        while (clock.GetCurrentInstant() < Days.Quiet)
        {
            await Provider.ReportAsync(World, queues);
            await World.RunHourAsync();
            clock.Advance(Duration.FromHours(8));
        }

        // What is told last may fail, and be told to somebody else.
        do
        {
            await World.RunHourAsync();
        }
        while (await Provider.ReportAsync(World, queues));
    }

    public async Task<IReadOnlyList<ProblemRow>> ProblemsAsync()
    {
        var rows = new List<ProblemRow>();
        await foreach (var row in World.UseCases.Problems.ListOpenAsync(OakHill.DistrictId, CancellationToken.None))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Every reminder that has come by the end with everybody who has to hear of it.</summary>
    public IReadOnlyList<(Audience Audience, string StepId, string RecipientId)> Expected =>
    [
        .. Days == AllReminderDays ? [(Audience.CaseManager, "caseManager-60", "T1")] : ((Audience, string, string)[])[],
        (Audience.CaseManager, "caseManager-30", "T1"),
        (Audience.Family, "family-30", $"{OakHill.StudentId}-C1"),
        (Audience.Family, "family-30", $"{OakHill.StudentId}-C2"),
    ];

    private static DistrictFile District => OakHill.District();

    private static StudentFile Family => OakHill.Family(new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld));

    private FlowWorld NewProcess() =>
        new(tables, queues, queues, Provider.Channel, clock, Provider.AttemptTimeOut) { FailuresEndTheTest = false };

    private async Task RestartAsync()
    {
        while (true)
        {
            Faults.Restart();
            // The locks of the dead process run out, and the new one first settles what was interrupted.
            clock.Advance(Duration.FromMinutes(6));
            World = NewProcess();
            try
            {
                await World.UseCases.ReconcileDeliveries.SettleInterruptedAsync(CancellationToken.None);
                return;
            }
            catch (Exception problem) when (Faults.IsOne<CrashException>(problem) || Faults.IsOne<TimeoutException>(problem))
            {
                // It breaks again while it starts.
            }
        }
    }

    private FakeAnswer Answer() => answers.Next(12) switch
    {
        0 => FakeAnswer.TakeAndHang,
        1 => FakeAnswer.TakeAndThrow,
        2 => FakeAnswer.Hang,
        3 => FakeAnswer.Throw,
        4 => FakeAnswer.Refuse,
        5 => FakeAnswer.TryAgain,
        _ => FakeAnswer.Take,
    };
}
