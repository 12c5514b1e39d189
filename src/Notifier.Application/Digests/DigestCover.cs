using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.DueDates;
using Notifier.Application.Problems;
using Notifier.Application.Queues;
using Notifier.Application.Reminders;
using Notifier.Application.Storage;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>Whether what staff would be told in a mail of its own is said, or will be said, in the receiver's digest.</summary>
public sealed class DigestCover(NoticeLedger ledger, IQueueSender queue, IClock clock)
{
    /// <summary>Stands for a line in the row of a digest, where there is little room.</summary>
    public static string MarkOf(string key) => StableId.Of(key)[..8];

    /// <returns>In which digest; null: it needs a mail of its own, now.</returns>
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
        return subject switch
        {
            DueDateSubject one when StaffRungs.CannotWait(one.Reminder) => await TodayAsync(due, one, rules, today, now, cancellationToken),
            DueDateSubject => Words(DeskOf(due, subject, rules, today)),
            // A changed day is over before the next digest, and a family that comes on the wrong day has come.
            ProblemSubject one when one.Problem.Kind != ProblemKind.MeetingMoved && one.Problem.Obligation != NoticeDue.ChangedDay.Value =>
                Words(DeskOf(due, subject, rules, today)),
            _ => null,
        };
    }

    private async Task<string?> TodayAsync(
        NoticeDue due, DueDateSubject subject, DistrictRules rules, LocalDate today, Instant now, CancellationToken cancellationToken)
    {
        if (!DigestDays.Includes(today, rules))
        {
            return null;
        }

        var desk = DeskOf(due, subject, rules, today);
        var digest = NoticeDue.OfDigest(due.DistrictId, desk, today);
        var read = await ledger.OfReminderAsync(digest, cancellationToken);
        var said = read.Rows.Where(row => row.AttemptedAt is not null).ToList();
        if (said.Count > 0)
        {
            var line = MarkOf(new DigestLine(subject.Due, subject.Student.Student).Key);
            return said.Exists(row => row.Said.Split(' ').Contains(line)) ? Words(desk) : null;
        }

        if (RaiseReminders.DayToRun(rules.File.District, now) == today)
        {
            // Its hour has come: whether it is under way or there was nothing to say this morning, now there is.
            await queue.SendAsync(QueueNames.NoticesDue, [SendStaffDigests.MessageFor(digest)], cancellationToken);
        }

        return Words(desk);
    }

    private static string DeskOf(NoticeDue due, INoticeSubject subject, DistrictRules rules, LocalDate today) =>
        DeskOwners.Of(due.Audience, subject.Plan.CaseManagerId, rules.File, today);

    private static string Words(string desk) => $"the digest of {desk}";
}
