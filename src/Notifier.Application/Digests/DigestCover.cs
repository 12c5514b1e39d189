using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Subjects;
using Notifier.Application.DueDates;
using Notifier.Application.Problems;
using Notifier.Application.Reminders;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>
/// Leaves to the receiver's digest what staff would be told in a mail of its own. What cannot wait until tomorrow and is
/// not in today's brings an addition to it at once.
/// </summary>
public sealed class DigestCover(DigestEditions editions, EscalationDays escalations, IClock clock)
{
    private const string OfWhom = "the digest of ";

    /// <summary>Whose digest a reason names that was given by <see cref="OfAsync"/>; null: nobody's.</summary>
    public static string? StaffIn(string reason) =>
        reason.StartsWith(OfWhom, StringComparison.Ordinal) ? reason[OfWhom.Length..] : null;

    /// <returns>In which digest it is or will be; null: it needs a mail of its own.</returns>
    public async Task<string?> OfAsync(
        NoticeDue due, INoticeSubject subject, DistrictRules rules, CancellationToken cancellationToken)
    {
        var district = rules.File.District;
        if (due.Audience == Audience.Family || due.ReplyId is not null || district.Policies.StaffMail != StaffMail.Digest)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        var today = district.Today(now);
        var desk = DeskOwners.Of(due.Audience, subject.Plan.CaseManagerId, rules.File, today);
        switch (subject)
        {
            case DueDateSubject one when (await escalations.ComeAsync([one.Reminder], one.Student, rules, today, cancellationToken)).Count == 0:
                // Acknowledged: a later one says it.
                return Words(desk);
            case DueDateSubject one:
                // Before the run hour, or on a day without digests, the next one finds it.
                if (StaffRungs.CannotWait(one.Reminder) && DigestDays.Includes(today, rules) && RaiseReminders.DayToRun(district, now) == today)
                {
                    await AddAsync(one, desk, today, cancellationToken);
                }

                return Words(desk);
            // A changed day is over before the next digest, and a family that comes on the wrong day has come.
            case ProblemSubject one when one.Problem.Kind != ProblemKind.MeetingMoved && one.Problem.Obligation != NoticeDue.ChangedDay.Value:
                return Words(DeskOwners.OfProblem(one.Problem, one.Plan));
            default:
                return null;
        }
    }

    private static string Words(string desk) => OfWhom + desk;

    private async Task AddAsync(DueDateSubject subject, string desk, LocalDate today, CancellationToken cancellationToken)
    {
        var districtId = subject.Student.DistrictId;
        var said = await editions.SaidAsync(districtId, desk, today, cancellationToken);
        if (!DigestEditions.Say(said, new DigestLine(subject.Due, subject.Student.Student).Key))
        {
            await editions.QueueNextAsync(districtId, desk, today, said, cancellationToken);
        }
    }
}
