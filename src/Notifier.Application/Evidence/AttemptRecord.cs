using System.Globalization;
using System.Text;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Replies;
using Notifier.Evidence;
using Notifier.Reminders;

namespace Notifier.Application.Evidence;

/// <summary>
/// The record of attempts to reach a student's family that 34 CFR 300.322(d) asks for: of each notice what it was about, to
/// whom, how, when, in which language, what became of it and what was answered. For a director to read.
/// </summary>
public static class AttemptRecord
{
    public static string ToText(EvidenceReading reading)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Record of attempts, student {reading.StudentId}, district {reading.DistrictId} (34 CFR 300.322(d)). ")
            .AppendLine(CultureInfo.InvariantCulture, $"Times of {reading.Zone.Id}.");
        var family = reading.Notices.Where(row => row.Audience == Audience.Family && row.ReplyId is null).ToList();
        text.AppendLine().AppendLine(family.Count == 0 ? "Nothing was sent to the family." : "To the family");
        foreach (var (notice, number) in family.Select((row, index) => (row, index + 1)))
        {
            Append(text, reading, notice, number);
        }

        AppendOther(text, reading);
        AppendAsked(text, reading);
        var staff = reading.Notices.Count(row => row.Audience != Audience.Family);
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Notices to staff about this student: {staff}.");
        return text.ToString();
    }

    private static void Append(StringBuilder text, EvidenceReading reading, NoticeRow notice, int number)
    {
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{number}. {NoticeTitle.WithDay(notice)}, plan {notice.PlanId}, notice {notice.NoticeId[..8]}");
        if (notice.Changes.Length > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"   About {notice.Changes}");
        }

        text.Append(CultureInfo.InvariantCulture, $"   To {notice.RecipientId} by {AttemptSteps.How(notice.Channel.ToString())}")
            .Append(notice.Language.Length > 0 ? $" in {AttemptSteps.Language(notice.Language)}" : "")
            .AppendLine(CultureInfo.InvariantCulture, $": {OutcomeWords.Of(notice)}");
        foreach (var entry in reading.Entries.Where(entry => entry.NoticeId == notice.NoticeId))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"   {AttemptSteps.At(entry.At, reading.Zone)}  {AttemptSteps.Of(entry, reading.Zone)}");
            AppendWords(text, reading, entry);
        }
    }

    // An end of texts, a wrong number, words that answer no notice.
    private static void AppendOther(StringBuilder text, EvidenceReading reading)
    {
        var family = reading.Notices.Where(row => row.Audience == Audience.Family && row.ReplyId is null).Select(row => row.NoticeId).ToHashSet();
        var others = reading.Entries.Where(entry => entry.Kind == EvidenceKind.ReplyReceived && !family.Contains(entry.NoticeId)).ToList();
        if (others.Count == 0)
        {
            return;
        }

        text.AppendLine().AppendLine("Other answers");
        foreach (var entry in others)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"   {AttemptSteps.At(entry.At, reading.Zone)}  {AttemptSteps.Of(entry, reading.Zone)}");
            AppendWords(text, reading, entry);
        }
    }

    // Where the family could not be reached for certain, a person was asked to do it in another way.
    private static void AppendAsked(StringBuilder text, EvidenceReading reading)
    {
        var asked = reading.Entries.Where(entry => entry.Kind == EvidenceKind.ProblemOpened).ToList();
        if (asked.Count == 0)
        {
            return;
        }

        text.AppendLine().AppendLine("Asked of staff");
        foreach (var entry in asked)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"   {AttemptSteps.At(entry.At, reading.Zone)}  {AttemptSteps.Of(entry, reading.Zone)}");
        }
    }

    private static void AppendWords(StringBuilder text, EvidenceReading reading, EvidenceRow entry)
    {
        if (ReplyOf(reading, entry) is { } reply)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"      \"{reply.Text.ReplaceLineEndings(" ").Trim()}\"");
        }
    }

    internal static ReplyRow? ReplyOf(EvidenceReading reading, EvidenceRow entry) => entry.Kind == EvidenceKind.ReplyReceived
        ? reading.Replies.FirstOrDefault(reply => reply.ReplyId == EvidenceDetail.Find(entry.Detail, "reply"))
        : null;
}
