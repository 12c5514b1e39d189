using NodaTime;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.Digests;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.Reminders;

namespace Notifier.Application.Delivery.Subjects;

/// <summary>
/// What a message is about at this moment, and why it is not said at all: untrue by now, done by what the family has been
/// sent, or left to the receiver's digest.
/// </summary>
public sealed class SubjectNow(SubjectFinder subjects, FamilyMeetings meetings, DigestCover cover, IClock clock)
{
    public async Task<FoundSubject> FindAsync(
        NoticeDue due, StudentFile? student, DistrictRules rules, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var district = rules.File.District;
        var found = await subjects.FindAsync(due, student, rules, district.Today(now), cancellationToken);
        if (found.Subject is not { } subject)
        {
            return found;
        }

        if (due.Audience != Audience.Family && subject is DueDateSubject { MeetingOfNotice: { } meeting } owed
            && await meetings.ToldAsync(due, meeting, district, now, cancellationToken) is { } told)
        {
            if (told.MeetsDuty)
            {
                return FoundSubject.Withhold(WithholdReason.DutyMet, told.Sentence);
            }

            subject = owed with { FamilyTold = told.Sentence };
        }

        return await cover.OfAsync(due, subject, rules, cancellationToken) is { } saidIn
            ? FoundSubject.Withhold(WithholdReason.InDigest, saidIn)
            : FoundSubject.Send(subject);
    }
}
