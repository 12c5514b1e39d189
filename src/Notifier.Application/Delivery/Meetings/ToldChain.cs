using NodaTime;
using Notifier.Delivery;
using Notifier.Reminders;

namespace Notifier.Application.Delivery.Meetings;

/// <summary>Where one recipient stands with one meeting: the last word that may have reached this person.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="RecipientId">The contact.</param>
/// <param name="Uid">The meeting, through all its changes.</param>
/// <param name="Revision">Of the last word.</param>
/// <param name="Last">What the last word said.</param>
/// <param name="At">When.</param>
public sealed record ToldChain(string PlanId, string RecipientId, string Uid, int Revision, ToldMeeting Last, Instant At)
{
    /// <summary>Every chain of a student's notices, the meeting nearest in time first.</summary>
    public static IReadOnlyList<ToldChain> Of(IEnumerable<NoticeRow> rows) =>
        [.. rows
            .Where(row => row is { Audience: Audience.Family, Meeting: not null, MeetingUid: not null, AttemptedAt: not null }
                && NoticeStates.MayReachRecipient(row.State))
            .GroupBy(row => (row.PlanId, row.RecipientId, row.MeetingUid))
            .Select(told => told.OrderBy(row => row.AttemptedAt).ThenBy(row => row.MeetingRevision).Last())
            .Select(row => new ToldChain(
                row.PlanId, row.RecipientId, row.MeetingUid!, row.MeetingRevision, row.Meeting!, row.AttemptedAt!.Value))
            .OrderBy(chain => chain.Last.On)
            .ThenBy(chain => chain.Uid, StringComparer.Ordinal)];
}
