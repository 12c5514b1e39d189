using Notifier.Application.Delivery;
using Notifier.Evidence;
using Notifier.Reminders;

namespace Notifier.Application.Evidence;

/// <summary>
/// The record of attempts to reach a student's family that 34 CFR 300.322(d) asks for: of each notice what it was about, to
/// whom, how, when, in which language, what became of it and what was answered. For a director, or a hearing officer, to
/// read. With names in it: it is handed to whoever may see the student's records, and never logged.
/// </summary>
public static class AttemptRecord
{
    public static string ToText(EvidenceReading reading)
    {
        var page = new RecordPage();
        RecordHead.Append(page, reading);
        RecordHead.AppendSummary(page, reading, RecordSummary.Of(reading));
        var family = RecordSummary.FamilyOf(reading);
        page.Heading("To the family");
        if (family.Count == 0)
        {
            page.Line("Nothing was sent to the family.");
        }

        foreach (var (notice, number) in family.Select((row, index) => (row, index + 1)))
        {
            page.Blank();
            NoticeRecord.Append(page, reading, notice, $"{number}.");
        }

        AppendUnsent(page, reading);
        AppendAnswers(page, reading, family);
        AppendAsked(page, reading);
        StaffTold.Append(page, reading);
        AppendMoved(page, reading);
        return page.ToString();
    }

    // What was found untrue, or too late, before anybody was chosen to be told.
    private static void AppendUnsent(RecordPage page, EvidenceReading reading)
    {
        var unsent = reading.Entries.Where(entry => entry.Kind == EvidenceKind.NoticeWithheld && entry.NoticeId.Length == 0
            && EvidenceDetail.Find(entry.Detail, "audience") == nameof(Audience.Family)).ToList();
        Section(page, reading, "Not sent to the family, on purpose", unsent, entry =>
            $"{StepWords.TitleOf(EvidenceDetail.Find(entry.Detail, "obligation"))}, due {StepWords.DayOf(EvidenceDetail.Find(entry.Detail, "due"))}, plan {entry.PlanId}: ");
    }

    // An end of texts, a wrong number, words that answer no notice.
    private static void AppendAnswers(RecordPage page, EvidenceReading reading, IReadOnlyList<NoticeRow> family)
    {
        var known = family.Select(row => row.NoticeId).ToHashSet(StringComparer.Ordinal);
        var others = reading.Entries.Where(entry => entry.Kind == EvidenceKind.ReplyReceived && !known.Contains(entry.NoticeId)).ToList();
        Section(page, reading, "Other answers", others, _ => "");
    }

    // Where the family could not be reached for certain, a person was asked to do it in another way.
    private static void AppendAsked(RecordPage page, EvidenceReading reading)
    {
        var asked = reading.Entries.Where(entry => entry.Kind == EvidenceKind.ProblemOpened).ToList();
        if (asked.Count == 0)
        {
            return;
        }

        page.Heading("Asked of staff");
        foreach (var entry in asked)
        {
            page.Line($"{SpokenTimes.Moment(entry.At, reading.Zone)}  {StepWords.Of(entry, reading)}.", 1);
            var problemId = EvidenceDetail.Find(entry.Detail, "problem");
            if (reading.OpenProblems.FirstOrDefault(row => row.ProblemId == problemId) is { } open)
            {
                page.Line($"Open today. {open.What} {open.Remedy}", 2);
            }
            else
            {
                page.Line("Not open any more today.", 2);
            }
        }

        page.Line("A letter or a call that staff then made is not in this record: it stands in the district's own files.", 1);
    }

    private static void AppendMoved(RecordPage page, EvidenceReading reading) =>
        Section(page, reading, "Due dates that moved", [.. reading.Entries.Where(entry => entry.Kind == EvidenceKind.DueDateMoved)], _ => "");

    private static void Section(
        RecordPage page, EvidenceReading reading, string heading, List<EvidenceRow> entries, Func<EvidenceRow, string> about)
    {
        if (entries.Count == 0)
        {
            return;
        }

        page.Heading(heading);
        foreach (var entry in entries)
        {
            page.Line($"{SpokenTimes.Moment(entry.At, reading.Zone)}  {about(entry)}{StepWords.Of(entry, reading)}", 1);
            NoticeRecord.AppendAnswer(page, reading, entry, 2);
        }
    }
}
