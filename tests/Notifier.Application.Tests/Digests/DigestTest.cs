using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Calendars;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Digests;

/// <summary>A district whose staff read a digest, one child of case manager T1, and supervisor T2.</summary>
public abstract class DigestTest
{
    protected const string Digest = "staff-digest";

    protected DigestTest()
    {
        Clock = new FakeClock(OakHill.At(2026, 10, 13, 5));
        Queues = new InMemoryQueues(Clock);
        World = new FlowWorld(Tables, Queues, Queues, Channel, Clock);
    }

    protected FakeClock Clock { get; }

    protected InMemoryTables Tables { get; } = new();

    protected InMemoryQueues Queues { get; }

    protected FakeChannel Channel { get; } = new();

    protected FlowWorld World { get; set; }

    /// <summary>Escalation after 3 and 8 school days, as shipped.</summary>
    protected static DistrictFile District(params StaffMember[] staff)
    {
        // The one report of the year is far away.
        var report = new LocalDate(2027, 5, 20);
        var file = OakHill.District(OakHill.Entry(CalendarEntryKind.ProgressReportDue, report, report, "report"));
        var shipped = new DistrictPolicies();
        return file with
        {
            District = file.District with
            {
                Policies = file.District.Policies with { StaffMail = shipped.StaffMail, Escalation = shipped.Escalation },
            },
            Staff = staff.Length > 0 ? staff : file.Staff,
        };
    }

    /// <summary>An annual review due on this day.</summary>
    protected static StudentFile ReviewDue(LocalDate on, string studentId = OakHill.StudentId, string planId = OakHill.PlanId, params PlanDate[] more) =>
        OakHill.Family(studentId, planId, [new PlanDate(PlanDateKind.IepMeetingHeld, on.PlusYears(-1)), .. DoneInAugust, .. more]);

    // What the first school day asks for is done, so that the review alone is open.
    protected static IReadOnlyList<PlanDate> DoneInAugust { get; } =
        [new PlanDate(PlanDateKind.EvaluationCompleted, new LocalDate(2025, 9, 1)), .. new[] { "plan-handover", "procedural-safeguards-notice", "iep-in-effect" }
            .Select(id => new PlanDate(PlanDateKind.ObligationMet, new LocalDate(2026, 8, 17), id))];

    protected static StudentFile Of(StudentFile file, string caseManagerId) => file with
    {
        Plans = [.. file.Plans.Select(plan => plan with { Plan = plan.Plan with { CaseManagerId = caseManagerId } })],
    };

    /// <summary>What staff got: day and hour of the district, address, wording.</summary>
    protected IReadOnlyList<string> ToStaff =>
        [.. Channel.Messages.Where(message => message.Address.StartsWith('t') || message.Address.StartsWith("office", StringComparison.Ordinal))
            .Select(message => $"{message.At.LocalDateTime:uuuu-MM-dd HH} {message.Address[..message.Address.IndexOf('@')]} {message.Content.Subject}")];

    /// <summary>What the digests of a desk said, by day.</summary>
    protected async Task<IReadOnlyList<string>> SaidAsync(string staffId) =>
        [.. (await World.NoticesAsync(NoticeDue.LedgerOfStaff(staffId))).OrderBy(row => row.DueOn).Select(row => $"{row.DueOn:uuuu-MM-dd}: {row.Changes}")];

    /// <summary>What a student's evidence says was left to a digest.</summary>
    protected async Task<IReadOnlyList<string>> LeftToDigestAsync(string studentId = OakHill.StudentId) =>
        [.. (await World.EvidenceAsync(studentId))
            .Where(row => row.Kind == EvidenceKind.NoticeWithheld && EvidenceDetail.Find(row.Detail, "reason") == "InDigest")
            .Select(row => $"{EvidenceDetail.Find(row.Detail, "obligation")} {EvidenceDetail.Find(row.Detail, "step")} in {EvidenceDetail.Find(row.Detail, "detail")}")];

    protected Task RunUntilAsync(int month, int day, int hour, int year = 2026) => World.RunUntilAsync(OakHill.At(year, month, day, hour));
}
