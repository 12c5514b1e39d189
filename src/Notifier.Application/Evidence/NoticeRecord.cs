using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.Problems;
using Notifier.Evidence;
using Notifier.Reminders;

namespace Notifier.Application.Evidence;

/// <summary>One notice of a record: about what, to whom, how, in which language, every step, the words and the answer.</summary>
public static class NoticeRecord
{
    public static void Append(RecordPage page, EvidenceReading reading, NoticeRow notice, string number)
    {
        page.Line($"{number} {TitleOf(reading, notice)}".Trim());
        page.Line($"{(notice.PlanId.Length > 0 ? $"Plan {notice.PlanId}, notice" : "Notice")} {notice.NoticeId[..8]}", 1);
        if (notice.Changes.Length > 0)
        {
            page.Line($"About: {notice.Changes}", 1);
        }

        if (notice.Meeting is { } meeting)
        {
            page.Line($"Meeting: {SpokenTimes.Day(meeting.On)}{(meeting.IsCancelled ? ", that it is off" : "")}", 1);
        }

        page.Line($"To: {reading.People.Name(notice.RecipientId)}", 1);
        page.Line(
            $"By: {AttemptSteps.How(notice.Channel.ToString())} ({reading.People.AddressWords(notice.RecipientId, notice.Channel, notice.AddressHash)})", 1);
        if (notice.Language.Length > 0)
        {
            page.Line($"Language: {AttemptSteps.Language(notice.Language)}", 1);
        }

        page.Line($"Outcome: {OutcomeOf(reading, notice)}", 1);
        foreach (var entry in reading.Of(notice))
        {
            page.Line($"{SpokenTimes.Moment(entry.At, reading.Zone)}  {StepWords.Of(entry, reading)}", 1);
            AppendAnswer(page, reading, entry, 2);
            AppendWords(page, reading, entry);
        }
    }

    private static void AppendWords(RecordPage page, EvidenceReading reading, EvidenceRow entry)
    {
        if (entry.Kind != EvidenceKind.AttemptStarted || !reading.Words.TryGetValue(entry.AttemptId, out var words))
        {
            return;
        }

        // Tried again with the same words: once is enough.
        var first = reading.Entries.First(one => one.Kind == EvidenceKind.AttemptStarted
            && one.NoticeId == entry.NoticeId && SentWords.HashOf(one) == SentWords.HashOf(entry));
        if (first.AttemptId != entry.AttemptId && words.Text is not null)
        {
            page.Line($"The same words as in the {AttemptSteps.NumberOf(first)} attempt; the hash kept at the sending agrees.", 2);
            return;
        }

        page.Line(words.Why, 2);
        if (words.Text is { } text)
        {
            page.Quote(words.Subject.Length > 0 ? $"Subject: {words.Subject}\n\n{text}" : text, 2);
        }
    }

    /// <summary>What it was about, with its day.</summary>
    public static string TitleOf(EvidenceReading reading, NoticeRow notice)
    {
        var day = SpokenTimes.Day(notice.DueOn);
        return notice switch
        {
            { ReplyId: not null, Audience: Audience.Family } => $"Answer to a text of {day}",
            { ReplyId: not null } => $"What a family wrote back on {day}",
            { ProblemId: { } problemId } => $"A problem for a person, of {day}: {ProblemOf(reading, problemId)}",
            _ when notice.ToNoticeDue().IsDigest => $"Digest of {day}{(notice.ToNoticeDue().IsAddition ? " (an addition)" : "")}",
            _ when notice.Obligation == NoticeDue.ChangedDay || notice.ToNoticeDue() is { IsSummary: true } or { IsStaffText: true } =>
                $"{NoticeTitle.Of(notice)}: {day}",
            { ChangeOf: not null } => $"{NoticeTitle.Of(notice)}, the meeting of {day}",
            _ => $"{NoticeTitle.Of(notice)}, due {day}",
        };
    }

    /// <summary>Where it stands, with the provider's answer in plain words.</summary>
    public static string OutcomeOf(EvidenceReading reading, NoticeRow notice)
    {
        if (reading.Of(notice).LastOrDefault(entry => entry.Kind == EvidenceKind.NoticeDelivered) is { } delivered
            && StepWords.IsOfOutbox(delivered))
        {
            return "delivered to the outbox of this machine; no provider carried it";
        }

        var what = OutcomeWords.Of(notice with { Reason = "" });
        return notice.Reason.Length == 0 || notice.Reason == what || notice.Reason == "accepted"
            ? what
            : $"{what}: {ProviderWords.Of(notice.Reason)}";
    }

    /// <summary>Of an entry that is an answer: its words.</summary>
    public static void AppendAnswer(RecordPage page, EvidenceReading reading, EvidenceRow entry, int depth)
    {
        if (entry.Kind == EvidenceKind.ReplyReceived)
        {
            page.Line(ReplyWords.Quoted(ReplyOf(reading, entry), entry), depth);
        }
    }

    public static ReplyRow? ReplyOf(EvidenceReading reading, EvidenceRow entry) => entry.Kind == EvidenceKind.ReplyReceived
        ? reading.Replies.FirstOrDefault(reply => reply.ReplyId == EvidenceDetail.Find(entry.Detail, "reply"))
        : null;

    private static string ProblemOf(EvidenceReading reading, string problemId)
    {
        var opened = reading.Entries.FirstOrDefault(entry =>
            entry.Kind == EvidenceKind.ProblemOpened && EvidenceDetail.Find(entry.Detail, "problem") == problemId);
        return opened is not null && Enum.TryParse<ProblemKind>(EvidenceDetail.Find(opened.Detail, "kind"), out var kind) && Enum.IsDefined(kind)
            ? ProblemWords.Of(kind)
            : problemId[..8];
    }
}
