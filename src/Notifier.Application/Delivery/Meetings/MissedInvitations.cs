using NodaTime;
using NodaTime.Text;
using Notifier.Delivery;
using Notifier.DueDates;
using Notifier.Obligations;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Delivery.Meetings;

/// <summary>
/// Invitations that were withheld because their meeting had moved or gone, and whose meeting is back: their rung is
/// closed and will not be raised again, so they go out as a change does.
/// </summary>
internal static class MissedInvitations
{
    private const string Prefix = "invitation-";

    public static string NameOf(LocalDate meetingOn) => Prefix + LocalDatePattern.Iso.Format(meetingOn);

    /// <summary>The day of the meeting a name stands for; null: it names a change.</summary>
    public static LocalDate? MeetingOn(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) ? LocalDatePattern.Iso.Parse(name[Prefix.Length..]).Value : null;

    /// <summary>Who is to be invited to which day's meeting.</summary>
    public static IEnumerable<(string RecipientId, LocalDate On)> Of(
        PlanRecord plan, IReadOnlyList<DueDate> dueDates, IReadOnlyList<NoticeRow> rows, IReadOnlyList<ToldChain> chains,
        IReadOnlyList<MeetingMove> moves, LocalDate today)
    {
        foreach (var meeting in MeetingMove.Planned(plan).Where(one => one.On >= today))
        {
            var told = ToldMeeting.Of(meeting);
            var due = dueDates.Where(one => one.PlanId == plan.Plan.PlanId && one.Obligation == ObligationIds.MeetingNotice
                && one.StartedOn == meeting.On).Select(one => one.DueOn).ToList();
            foreach (var own in rows
                .Where(row => row.PlanId == plan.Plan.PlanId && row.Obligation == ObligationIds.MeetingNotice
                    && row.Audience == Audience.Family
                    && (row.ChangeOf is null ? due.Contains(row.DueOn) : row.ChangeOf == NameOf(meeting.On)))
                .GroupBy(row => row.RecipientId))
            {
                if (own.Any(WasUntrueThen) && own.All(row => row.State != NoticeState.Planned)
                    && !chains.Any(chain => chain.RecipientId == own.Key && chain.PlanId == plan.Plan.PlanId && chain.Last == told)
                    && !moves.Any(move => move.Chain.RecipientId == own.Key && move.To is { } to && ToldMeeting.Of(to) == told))
                {
                    yield return (own.Key, meeting.On);
                }
            }
        }
    }

    private static bool WasUntrueThen(NoticeRow row) => row is
    {
        State: NoticeState.Withheld,
        Reason: nameof(WithholdReason.DueDateMoved) or nameof(WithholdReason.NoLongerOwed) or nameof(WithholdReason.PlanGone)
            or nameof(WithholdReason.MeetingInDoubt),
    };
}
