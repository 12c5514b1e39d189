using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Evidence;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>One district, one family, an annual review due on Sat 2026-11-14, and the day of the family's reminder.</summary>
public abstract class FlowTest
{
    protected const string Obligation = "annual-review";

    protected static readonly LocalDate MeetingHeld = new(2025, 11, 14);

    /// <summary>30 days before the last practical day, Fri 2026-11-13: the day of family-30 and caseManager-30.</summary>
    protected static readonly LocalDate ReminderDay = new(2026, 10, 14);

    protected FlowTest()
    {
        Clock = new FakeClock(OakHill.At(2026, 10, 13, 7));
        Queues = new InMemoryQueues(Clock);
        World = NewProcess();
    }

    protected FakeClock Clock { get; }

    protected InMemoryTables Tables { get; } = new();

    protected InMemoryQueues Queues { get; }

    protected FakeChannel Provider { get; } = new();

    protected FlowWorld World { get; set; }

    protected static string Mother { get; } = OakHill.Mother(OakHill.StudentId).ContactId;

    protected static string Father { get; } = OakHill.Father(OakHill.StudentId).ContactId;

    protected FlowWorld NewProcess() => new(Tables, Queues, Queues, Provider, Clock);

    protected static StudentFile File(params PlanDate[] more) =>
        OakHill.Family([new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld), .. more]);

    protected Task ImportAsync(StudentFile? file = null) => World.ImportAsync(OakHill.District(), file ?? File());

    /// <summary>Imports the day before, and runs the hours of the reminder day up to noon.</summary>
    protected async Task RunReminderDayAsync()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));
    }

    /// <summary>
    /// What the provider took of the annual review, as recipient and channel; without caseManager-60, whose day has passed
    /// when the plan is imported, so that it is raised at once.
    /// </summary>
    protected async Task<IReadOnlyList<(string Recipient, Channel Channel)>> TakenAsync()
    {
        var rows = await World.NoticesAsync();
        return [.. Provider.Messages
            .Select(message => rows.Single(row => row.NoticeId == message.NoticeId))
            .Where(row => row.Obligation.Value == Obligation && row.ProblemId is null && row.StepId != "caseManager-60")
            .Select(row => (row.RecipientId, row.Channel))
            .Order()];
    }

    protected async Task<NoticeRow> NoticeAsync(string recipientId, Channel channel) =>
        (await World.NoticesAsync()).Single(row =>
            row.Obligation.Value == Obligation && row.ProblemId is null && row.StepId != "caseManager-60"
            && row.RecipientId == recipientId && row.Channel == channel);

    protected async Task<IReadOnlyList<EvidenceKind>> KindsAsync(NoticeRow notice) =>
        [.. (await World.EvidenceAsync()).Where(row => row.NoticeId == notice.NoticeId).Select(row => row.Kind)];

    protected async Task<IReadOnlyList<EvidenceRow>> EvidenceAsync(EvidenceKind kind) =>
        [.. (await World.EvidenceAsync()).Where(row => row.Kind == kind)];

    protected async Task<IReadOnlyList<ProblemRow>> ProblemsAsync(ProblemKind kind)
    {
        var rows = new List<ProblemRow>();
        await foreach (var row in World.UseCases.Problems.ListOpenAsync(OakHill.DistrictId, CancellationToken.None))
        {
            rows.Add(row);
        }

        return [.. rows.Where(row => row.Kind == kind)];
    }
}
