using NodaTime;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.Delivery.Paces;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.Delivery.Subjects;
using Notifier.Application.Digests;
using Notifier.Application.DueDates;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Application.Runs;
using Notifier.Delivery;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Delivery;

/// <summary>
/// Sends the notices of one reminder: checked again, claimed before the channel is called, recorded afterwards. May be
/// run for the same message any number of times, at once or one after another: each notice goes out once.
/// </summary>
public sealed class SendNotice(
    DistrictFiles districts,
    StudentFiles students,
    SubjectFinder subjects,
    NoticeRecipients recipients,
    NoticeLedger ledger,
    NoticeComposer composer,
    NoticeAttempts attempts,
    AttemptIndex index,
    DeferNotice defer,
    TextPace pace,
    EmailFirst emailFirst,
    WithholdNotices withhold,
    UnreachedRecipients unreached,
    AnswerReply answers,
    TextedNumbers numbers,
    FamilyMeetings meetings,
    ToldStaff staff,
    SendDigest digest,
    DigestCover cover,
    RunTally tally,
    IClock clock)
{
    // Each pass ends with one thing done or somebody else's faster; a family has a handful of contacts.
    private const int MostPasses = 200;

    public async Task RunAsync(NoticeDue due, CancellationToken cancellationToken)
    {
        using var step = FlowTrace.Start(nameof(SendNotice), ("district", due.DistrictId), ("reminder", due.ReminderId()));
        if (due is { ReplyId: not null, Audience: Audience.Family })
        {
            await answers.RunAsync(due, cancellationToken);
            return;
        }

        if (due.IsDigest)
        {
            await digest.RunAsync(due, cancellationToken);
            return;
        }

        // Whose notice cannot be written; the others' are sent all the same.
        var notComposed = new HashSet<string>(StringComparer.Ordinal);
        var moments = new Dictionary<string, Instant>(StringComparer.Ordinal);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            if (await PassAsync(due, notComposed, moments, cancellationToken))
            {
                return;
            }
        }

        throw new LedgerBusyException(due.DistrictId, due.StudentId);
    }

    /// <returns>True when nothing more is to be done for this message.</returns>
    private async Task<bool> PassAsync(
        NoticeDue due, HashSet<string> notComposed, Dictionary<string, Instant> moments, CancellationToken cancellationToken)
    {
        // The ledger before the files: a refresh after this look makes the claim fail, and the new facts are read.
        var read = await ledger.OfReminderAsync(due, cancellationToken);
        var file = await districts.GetAsync(due.DistrictId, cancellationToken)
            ?? throw new InvalidOperationException($"District {due.DistrictId} is not on file: import its folder again.");
        var rules = DistrictRules.Of(file);
        var today = file.District.Today(clock.GetCurrentInstant());
        var student = await students.GetAsync(due.DistrictId, due.StudentId, cancellationToken);
        var found = await subjects.FindAsync(due, student, rules, today, cancellationToken);
        if (found.Withheld is { } reason)
        {
            var done = await withhold.ReminderAsync(due, read, reason, found.Detail, cancellationToken);
            if (done && reason == WithholdReason.TooLate)
            {
                await unreached.TooLateAsync(due, student, read.Rows, cancellationToken);
            }

            return done;
        }

        var subject = found.Subject!;
        if (due.Audience != Audience.Family && subject is DueDateSubject { MeetingOfNotice: { } meeting } owed
            && await meetings.ToldAsync(due, meeting, file.District, clock.GetCurrentInstant(), cancellationToken) is { } told)
        {
            if (told.MeetsDuty)
            {
                return await withhold.ReminderAsync(due, read, WithholdReason.DutyMet, told.Sentence, cancellationToken);
            }

            subject = owed with { FamilyTold = told.Sentence };
        }

        if (await cover.OfAsync(due, subject, rules, cancellationToken) is { } saidIn)
        {
            return await withhold.ReminderAsync(due, read, WithholdReason.InDigest, saidIn, cancellationToken);
        }

        var choice = await recipients.ChooseAsync(
            due, student!, subject.Plan.CaseManagerId, rules, read.Rows, today, cancellationToken);
        var now = clock.GetCurrentInstant();
        var tellings = Tellings.For(due, subject, choice, read.Rows, now);
        var steps = SendingSteps.For(due, tellings.Rows, tellings.Reached, student!.Contacts, now);
        // Attempts under way or of unknown outcome are left alone; whoever settles them must find them.
        foreach (var held in read.Rows.Where(row => row.State is NoticeState.Attempting or NoticeState.Unknown))
        {
            await index.EnsureOpenAsync(AttemptIndex.RowFor(held, held.AttemptedAt!.Value), cancellationToken);
        }

        foreach (var waiting in steps.Waiting)
        {
            await defer.SendAgainAsync(waiting, cancellationToken);
        }

        if (steps.Dropped.Count + tellings.Overtaken.Count > 0)
        {
            var (row, why) = steps.Dropped
                .Concat(tellings.Overtaken.Select(one => (one, WithholdReason.DayChangedAgain))).First();
            await withhold.NoticeAsync(read, row, why, "", cancellationToken);
            return false;
        }

        var toSend = steps.ToSend.Where(one => !notComposed.Contains(one.RecipientId)).ToList();
        if (toSend.Count > 0)
        {
            var telling = tellings.ByRecipient[toSend[0].RecipientId];
            var settled = await SendAsync(due, telling, read, toSend[0], notComposed, moments, cancellationToken);
            // What is said early is said again on its evening: the next pass plans that.
            return settled && telling.Day is not { Early: true } && toSend.Count == 1 && tellings.Unreached.Count + steps.Failed.Count == 0;
        }

        await unreached.RunAsync(due, subject.Plan, [.. tellings.Unreached, .. steps.Failed], read.Rows, cancellationToken);
        return true;
    }

    /// <returns>True when this recipient needs nothing more for now; false: look again.</returns>
    private async Task<bool> SendAsync(
        NoticeDue due, Telling telling, ReminderNotices read, Recipient recipient, HashSet<string> notComposed,
        Dictionary<string, Instant> moments, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var subject = telling.Subject;
        var noticeId = due.NoticeIdFor(recipient.RecipientId, recipient.Channel, telling.Step);
        var row = telling.On(
            read.Rows.FirstOrDefault(one => one.NoticeId == noticeId)?.Reopened()
            ?? NoticeRow.Plan(due, recipient.RecipientId, recipient.Channel, noticeId));
        if (subject is IMeetingSubject asked && asked.QuestionAt(now) is { } question)
        {
            if (await meetings.ForAsync(question, recipient, cancellationToken) is not var (message, meeting))
            {
                return await WithholdAsync(read, row, recipient, WithholdReason.AlreadyTold, cancellationToken);
            }

            subject = asked.Saying(message, meeting);
        }

        if (await staff.WasToldAsync(due, subject.Plan, recipient, subject.District, now, cancellationToken))
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
        if (allowedAt > now && allowedAt >= usefulUntil)
        {
            return await WithholdAsync(read, row, recipient, WithholdReason.TooLate, cancellationToken);
        }

        if (allowedAt > now)
        {
            return await defer.RunAsync(
                read, row, recipient, allowedAt, SegmentsOf(subject, recipient, now), cancellationToken);
        }

        var isFirst = number is not null && await numbers.IsNewAsync(due.DistrictId, number, row.NoticeId, now, cancellationToken);
        subject = number is not null && subject is IMeetingSubject text ? text.AsFirstText(isFirst)
            : subject is ChangedDaySubject day ? day with { IsFirstText = isFirst } : subject;
        NoticeContent content;
        try
        {
            content = subject.Compose(composer, recipient, now);
        }
        catch (TemplateException problem) when (due.ProblemId is null)
        {
            await unreached.NotComposedAsync(due, subject.Plan, recipient, problem.Message, cancellationToken);
            notComposed.Add(recipient.RecipientId);
            return true;
        }

        if (number is not null && await emailFirst.WhyAsync(row, cancellationToken) is { } why)
        {
            return await WithholdAsync(read, row, recipient, WithholdReason.EveningFull, cancellationToken, why);
        }

        // A moment that was given and has come is used; one put off further, by hours or a failure, is asked for anew.
        if (recipient.Channel == Channel.Sms && (row.PacedFor is null || row.PacedFor != row.NotBefore))
        {
            // Overtaken in the ledger, the text keeps its moment: another would take time from the next family.
            if (!moments.TryGetValue(row.NoticeId, out var moment))
            {
                moments[row.NoticeId] = moment = await pace.MomentAsync(content.Text, now, cancellationToken);
            }

            if (moment >= usefulUntil)
            {
                return await WithholdAsync(read, row, recipient, WithholdReason.TooLate, cancellationToken);
            }

            if (moment > now)
            {
                return await defer.RunAsync(read, row with { PacedFor = moment }, recipient, moment, SegmentCount.Of(content.Text).Segments, cancellationToken);
            }
        }

        if (isFirst)
        {
            await numbers.IntroducingAsync(row, number!, now, cancellationToken);
        }

        var after = await attempts.RunAsync(
            read, row, recipient, content, subject, usefulUntil, cancellationToken);
        if (after is null)
        {
            return false;
        }

        tally.Attempted(after.State);
        if (after.State == NoticeState.Planned)
        {
            await defer.SendAgainAsync(after, cancellationToken);
            await index.CloseAsync(after.AttemptId, cancellationToken);
        }
        else if (after.State is NoticeState.NotSent or NoticeState.Failed)
        {
            // The next pass opens another channel, or a problem; this message is not completed before.
            await index.CloseAsync(after.AttemptId, cancellationToken);
            return false;
        }

        return true;
    }

    /// <returns>False: look again.</returns>
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

    private async Task<bool> WithholdAsync(
        ReminderNotices read, NoticeRow row, Recipient recipient, WithholdReason reason, CancellationToken cancellationToken,
        string detail = "")
    {
        await withhold.NoticeAsync(read, row, recipient, reason, detail, cancellationToken);
        return false;
    }
}
