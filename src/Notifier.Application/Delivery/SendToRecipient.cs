using NodaTime;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.Delivery.Paces;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.Delivery.Subjects;
using Notifier.Application.Notices;
using Notifier.Delivery;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Delivery;

/// <summary>Sends one notice to one person over one channel: now, later, or for a reason not at all.</summary>
public sealed class SendToRecipient(
    FamilyMeetings meetings, ToldStaff staff, TextedNumbers numbers, NoticeComposer composer, EmailFirst emailFirst, TextPace pace,
    AttemptNotice attempt, DeferNotice defer, WithholdNotices withhold, UnreachedRecipients unreached, IClock clock)
{
    /// <returns>True when this recipient needs nothing more for now; false: look again.</returns>
    public async Task<bool> RunAsync(
        NoticeDue due, Telling telling, ReminderNotices read, Recipient recipient, MessageNotes notes, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var noticeId = due.NoticeIdFor(recipient.RecipientId, recipient.Channel, telling.Step);
        var row = telling.On(
            read.Rows.FirstOrDefault(one => one.NoticeId == noticeId)?.Reopened()
            ?? NoticeRow.Plan(due, recipient.RecipientId, recipient.Channel, noticeId));
        if (await SayingAsync(due, telling.Subject, recipient, now, cancellationToken) is not { } subject)
        {
            return await WithholdAsync(read, row, recipient, WithholdReason.AlreadyTold, cancellationToken);
        }

        var number = due.Audience == Audience.Family && recipient.Channel == Channel.Sms
            ? Suppressions.HashOf(Channel.Sms, recipient.Address)
            : null;
        if (number is not null)
        {
            // A reply may come before the provider's answer does, and a STOP while it waits for the morning.
            await numbers.RememberAsync(row, number, cancellationToken);
        }

        var usefulUntil = subject.UsefulUntil(now);
        var allowedAt = SendingMoment.For(recipient, subject.District.Policies, now, telling.At, usefulUntil);
        if (allowedAt > now)
        {
            return allowedAt >= usefulUntil
                ? await WithholdAsync(read, row, recipient, WithholdReason.TooLate, cancellationToken)
                : await defer.RunAsync(read, row, recipient, allowedAt, SegmentsOf(subject, recipient, now), cancellationToken);
        }

        var isFirst = number is not null && await numbers.IsNewAsync(due.DistrictId, number, row.NoticeId, now, cancellationToken);
        subject = number is null ? subject : AsText(subject, isFirst);
        NoticeContent content;
        try
        {
            content = subject.Compose(composer, recipient, now);
        }
        catch (TemplateException problem) when (due.ProblemId is null)
        {
            await unreached.NotComposedAsync(due, subject.Plan, recipient, problem.Message, cancellationToken);
            notes.NotComposed.Add(recipient.RecipientId);
            return true;
        }

        if (number is not null && await emailFirst.WhyAsync(row, cancellationToken) is { } why)
        {
            return await WithholdAsync(read, row, recipient, WithholdReason.EveningFull, cancellationToken, why);
        }

        var turn = await TurnAsync(row, content, notes, now, cancellationToken);
        if (turn >= usefulUntil)
        {
            return await WithholdAsync(read, row, recipient, WithholdReason.TooLate, cancellationToken);
        }

        if (turn > now)
        {
            return await defer.RunAsync(
                read, row with { PacedFor = turn }, recipient, turn.Value, SegmentCount.Of(content.Text).Segments, cancellationToken);
        }

        if (isFirst)
        {
            await numbers.IntroducingAsync(row, number!, now, cancellationToken);
        }

        // Closed: the next pass opens another channel, or a problem; the message is not completed before.
        return await attempt.RunAsync(read, row, recipient, content, subject, usefulUntil, cancellationToken) == AttemptEnd.Settled;
    }

    /// <returns>The subject as it is said to this person; null: the person knows it already.</returns>
    private async Task<INoticeSubject?> SayingAsync(
        NoticeDue due, INoticeSubject subject, Recipient recipient, Instant now, CancellationToken cancellationToken)
    {
        if (subject is IMeetingSubject asked && asked.QuestionAt(now) is { } question)
        {
            if (await meetings.ForAsync(question, recipient, cancellationToken) is not var (message, meeting))
            {
                return null;
            }

            subject = asked.Saying(message, meeting);
        }

        return await staff.WasToldAsync(due, subject.Plan, recipient, subject.District, now, cancellationToken) ? null : subject;
    }

    private static INoticeSubject AsText(INoticeSubject subject, bool isFirst) => subject switch
    {
        IMeetingSubject text => text.AsFirstText(isFirst),
        ChangedDaySubject day => day with { IsFirstText = isFirst },
        _ => subject,
    };

    /// <returns>When the sender has time for this text; null: at once, an email or a text whose moment has come.</returns>
    private async Task<Instant?> TurnAsync(
        NoticeRow row, NoticeContent content, MessageNotes notes, Instant now, CancellationToken cancellationToken)
    {
        // A moment that was given and has come is used; one put off further, by hours or a failure, is asked for anew.
        if (row.Channel != Channel.Sms || (row.PacedFor is not null && row.PacedFor == row.NotBefore))
        {
            return null;
        }

        if (!notes.Moments.TryGetValue(row.NoticeId, out var moment))
        {
            notes.Moments[row.NoticeId] = moment = await pace.MomentAsync(content.Text, now, cancellationToken);
        }

        return moment;
    }

    // Whose words cannot be written is not counted: that becomes a problem when its turn comes.
    private int SegmentsOf(INoticeSubject subject, Recipient recipient, Instant now)
    {
        try
        {
            return recipient.Channel == Channel.Sms ? SegmentCount.Of(subject.Compose(composer, recipient, now).Text).Segments : 0;
        }
        catch (TemplateException)
        {
            return 0;
        }
    }

    /// <returns>False: look again.</returns>
    private async Task<bool> WithholdAsync(
        ReminderNotices read, NoticeRow row, Recipient recipient, WithholdReason reason, CancellationToken cancellationToken,
        string detail = "")
    {
        await withhold.NoticeAsync(read, row, recipient, reason, detail, cancellationToken);
        return false;
    }
}
