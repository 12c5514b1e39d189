using Notifier.Delivery;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Delivery.Meetings;

/// <summary>What a family was told of a meeting as it stands, for the staff who owe the notice of it.</summary>
/// <param name="MeetsDuty">A delivered mail, which says all that 34 CFR 300.322(b) asks for; a text is too short for that.</param>
/// <param name="Sentence">What was sent, when, and under which id.</param>
public sealed record FamilyTold(bool MeetsDuty, string Sentence)
{
    /// <returns>Null when nothing about this meeting may have reached the family.</returns>
    public static FamilyTold? Of(IEnumerable<NoticeRow> rows, string planId, MeetingFacts meeting, District district)
    {
        var told = rows
            .Where(row => row.PlanId == planId && row is { Audience: Audience.Family, AttemptedAt: not null }
                && row.Meeting == ToldMeeting.Of(meeting) && NoticeStates.MayReachRecipient(row.State))
            .OrderBy(row => row.State != NoticeState.Delivered)
            .ThenBy(row => row.Channel != Channel.Email)
            .ThenBy(row => row.AttemptedAt)
            .FirstOrDefault();
        if (told is null)
        {
            return null;
        }

        var (how, delivered) = (told.Channel == Channel.Email ? "by email" : "by text", told.State == NoticeState.Delivered);
        var sentence = $"Notifier invited the family {how} on {district.Today(told.AttemptedAt!.Value):uuuu-MM-dd} "
            + $"(notice {told.NoticeId[..8]}); " + (delivered, told.Channel) switch
            {
                (false, _) => "it is not known to have arrived yet.",
                (true, Channel.Email) => "it was delivered.",
                (true, _) => "it was delivered, but a text cannot say everything the notice must: send the full notice.",
            };
        return new FamilyTold(delivered && told.Channel == Channel.Email, sentence);
    }
}
