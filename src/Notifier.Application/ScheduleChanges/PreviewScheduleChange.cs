using System.Runtime.CompilerServices;
using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.Delivery.Subjects;
using Notifier.Application.DueDates;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>
/// Who would be told of a schedule change, when and in which words, by the very rules that send it; nothing is written.
/// </summary>
public sealed class PreviewScheduleChange(
    AnnounceScheduleChange announce,
    StudentsToTell students,
    DistrictFiles districts,
    KeptScheduleChanges changes,
    NoticeRecipients recipients,
    NoticeLedger ledger,
    TextedNumbers numbers,
    NoticeComposer composer,
    IClock clock)
{
    /// <exception cref="ScheduleChangeException">The change cannot be told as it is.</exception>
    public async IAsyncEnumerable<PreviewedNotice> RunAsync(
        ScheduleChange change, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await announce.CheckAsync(change, cancellationToken);
        var rules = DistrictRules.Of((await districts.GetAsync(change.DistrictId, cancellationToken))!);
        var versions = (await changes.OfChangeAsync(change.DistrictId, change.ChangeId, cancellationToken)).Append(change).ToList();
        var days = new Dictionary<LocalDate, IReadOnlyList<ScheduleChange>>();
        await foreach (var (student, day) in students.FindAsync(change.DistrictId, versions, shard: null, cancellationToken))
        {
            if (!days.TryGetValue(day, out var ofDay))
            {
                var others = await changes.OfDayAsync(change.DistrictId, day, cancellationToken);
                days[day] = ofDay = [.. others.Where(one => one.ChangeId != change.ChangeId), .. versions];
            }

            var due = NoticeDue.OfDay(change.DistrictId, student.Student.StudentId, "", day);
            if (ChangedDays.Of(day, ofDay, student, rules, clock.GetCurrentInstant()).Subject is { } subject)
            {
                foreach (var notice in await OfAsync(due, subject, student, rules, cancellationToken))
                {
                    yield return notice;
                }
            }
        }
    }

    private async Task<IReadOnlyList<PreviewedNotice>> OfAsync(
        NoticeDue due, INoticeSubject subject, StudentFile student, DistrictRules rules, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var rows = (await ledger.OfReminderAsync(due, cancellationToken)).Rows.ToList();
        while (true)
        {
            var choice = await recipients.ChooseAsync(
                due, student, subject.Plan.CaseManagerId, rules, rows, subject.District.Today(now), cancellationToken);
            var tellings = Tellings.For(due, subject, choice, rows, now);
            var planned = tellings.Reached
                .Select(one => (Recipient: one, Telling: tellings.ByRecipient[one.RecipientId]))
                .Select(one => (one.Recipient, one.Telling, At: SendingMoment.For(
                    one.Recipient, subject.District.Policies, now, one.Telling.At, subject.UsefulUntil(now))))
                .ToList();

            // A text that could only come too late closes its channel, and another one is chosen.
            var late = planned.FindIndex(one => one.At > now && one.At >= subject.UsefulUntil(now));
            if (late < 0)
            {
                var notices = new List<PreviewedNotice>();
                foreach (var (recipient, telling, at) in planned)
                {
                    notices.Add(Written(student, recipient, at, await AsSentAsync(due, telling, recipient, at, cancellationToken)));
                }

                return [.. notices, .. tellings.Unreached.Select(one => new PreviewedNotice(student, null, null, null, one.Reason))];
            }

            var closed = planned[late];
            rows.Add(NoticeRow.Plan(
                due, closed.Recipient.RecipientId, closed.Recipient.Channel,
                due.NoticeIdFor(closed.Recipient.RecipientId, closed.Recipient.Channel, closed.Telling.Step)) with
            {
                State = NoticeState.Withheld,
                Reason = nameof(WithholdReason.TooLate),
            });
        }
    }

    // Whose notice cannot be written is not told; the others are.
    private PreviewedNotice Written(StudentFile student, Recipient recipient, Instant at, INoticeSubject subject)
    {
        try
        {
            return new(student, recipient, at.InZone(recipient.TimeZone), subject.Compose(composer, recipient, at), "");
        }
        catch (TemplateException missing)
        {
            return new(student, null, null, null, $"The notice to {recipient.RecipientId} cannot be written: {missing.Message}");
        }
    }

    private async Task<INoticeSubject> AsSentAsync(
        NoticeDue due, Telling telling, Recipient recipient, Instant at, CancellationToken cancellationToken)
    {
        if (recipient.Channel != Channel.Sms || telling.Subject is not ChangedDaySubject day)
        {
            return telling.Subject;
        }

        var number = Suppressions.HashOf(Channel.Sms, recipient.Address);
        var isFirst = await numbers.IsNewAsync(
            due.DistrictId, number, due.NoticeIdFor(recipient.RecipientId, recipient.Channel, telling.Step), at, cancellationToken);
        return day with { IsFirstText = isFirst };
    }
}
