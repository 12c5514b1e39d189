using NodaTime;
using Notifier.Notices;
using Notifier.Obligations;

namespace Notifier.Application.Notices;

/// <summary>What an overview of a day may say, with what to do first in front.</summary>
internal static class StaffDigestWords
{
    private static readonly LanguageWords Say = LanguageWords.For(StaffNoticeWords.Language);

    public static NoticeWords Of(DigestFacts facts)
    {
        var today = facts.Today;
        var own = DigestSections.Of(facts.Lines, today);
        var shown = DigestShown.Of(facts);
        var groups = new[] { shown.Overdue, shown.NoRoom, shown.DueSoon, shown.Team }.SelectMany(part => part.Shown).ToList();
        var first = shown.First.Select(one => First(one, groups, facts)).DistinctBy(one => one.Of)
            .Select((one, index) => one.Words.With("Label", index == 0 ? "Do first" : "Then")).ToList();
        return new NoticeWords()
            .With("Today", Say.SayDate(today, today))
            .With("Counts", string.Join(", ", Counts(own, facts)))
            .With("First", first)
            .With("FirstOfAll", first.Take(1))
            .With("IsAddition", facts.IsAddition)
            .WithOptional("InsteadOf", facts.InsteadOf)
            .With("OverdueCount", Count(own.Overdue.Count))
            .With("Overdue", shown.Overdue.Shown.Select(group => Line(group, today)))
            .WithOptional("OverdueMore", More(shown.Overdue, today))
            .With("HasOverdue", shown.Overdue.Shown.Count > 0)
            .With("NoRoom", shown.NoRoom.Shown.Select(group => Line(group, today)))
            .WithOptional("NoRoomMore", More(shown.NoRoom, today))
            .With("HasNoRoom", shown.NoRoom.Shown.Count > 0)
            .With("Meetings", shown.Meetings.Select(one => Meeting(one, today)))
            .WithOptional("MeetingsMore", More(shown.MeetingsLeft.Count))
            .With("HasMeetings", shown.Meetings.Count > 0)
            .With("DueSoon", shown.DueSoon.Shown.Select(group => Line(group, today)))
            .WithOptional("DueSoonMore", More(shown.DueSoon, today))
            .With("HasDueSoon", shown.DueSoon.Shown.Count > 0)
            .With("Problems", shown.Problems.Select(StaffNoticeWords.ProblemLine))
            .WithOptional("ProblemsMore", More(shown.ProblemsLeft))
            .With("HasProblems", shown.Problems.Count > 0)
            .With("Team", shown.Team.Shown.Select(group => Line(group, today)))
            .WithOptional("TeamMore", More(shown.Team, today))
            .With("HasTeam", shown.Team.Shown.Count > 0)
            .With("Role", StaffNoticeWords.RoleOf(facts.Recipient, plan: null))
            .With("PassedOver", facts.Recipient.PassedOver);
    }

    // Thirty progress reports of one day are one thing to do.
    private static (object Of, NoticeWords Words) First(DoFirst one, List<DigestGroup> groups, DigestFacts facts) => one switch
    {
        { Line: { } line } when groups.Find(group => group.Lines.Contains(line)) is { } group =>
            (group, Line(group, facts.Today).With("Who", group.Some).With("Standing", Because(line, facts) ?? Standing(line, facts.Today))),
        { Meeting: { } meeting } => (meeting, Meeting(meeting, facts.Today)),
        _ => (one.Problem!, Repair(one.Problem!)),
    };

    // Why something due later stands in front: by the next overview it is too late for its notice.
    private static string? Because(DigestLine line, DigestFacts facts) =>
        line.LastNoticeDay is { } notice && notice >= facts.Today && notice <= facts.ActBy && line.DueDate.DueOn > facts.ActBy
            ? $"its notice must go out by {Say.SayDate(notice, facts.Today)}"
            : null;

    private static string? More(DigestPart part, LocalDate today) => part.More(today, day => Say.SayDate(day, today));

    private static string? More(int count) => count > 0 ? $"{Count(count)} more" : null;

    private static IEnumerable<string> Counts(DigestSections own, DigestFacts facts)
    {
        (int Number, string Words)[] counts =
        [
            (own.Overdue.Count, "overdue"), (own.NoRoom.Count, "too late for the notice"), (own.DueSoon.Count, "due soon"),
            (facts.Meetings.Count, facts.Meetings.Count == 1 ? "meeting to see to" : "meetings to see to"),
            (facts.Problems.Count, "to repair"), (facts.Team.Count, "of your team"),
        ];
        return counts.Where(one => one.Number > 0).Select(one => $"{Count(one.Number)} {one.Words}");
    }

    private static NoticeWords Line(DigestGroup group, LocalDate today)
    {
        var due = group.Due;
        var dueOn = due.DueOn!.Value;
        var opens = due.Obligation == ObligationIds.ReevaluationFloor;
        var late = dueOn < today && !opens;
        var noRoom = !late && group.First.LastNoticeDay < today;
        return new NoticeWords()
            .With("Title", ObligationCatalog.Find(due.Obligation).Title + (due.Part.Length > 0 ? $": {due.Part}" : ""))
            .With("Who", group.Who)
            .With("Ids", group.Plans)
            .With("Standing", Standing(group.First, today))
            .With("Due", Say.SayDate(dueOn, today))
            .With("NextStep", group.First.CaseManager is { Length: > 0 } other ? $"See with {other} that it is done, and what stands in the way."
                : noRoom && group.First.Meeting is null ? StaffWords.NextStepWithoutRoom
                : StaffWords.NextStep(due, group.First.Meeting, today, day => Say.SayDate(day, today)))
            .With("IsLate", late)
            .With("Opens", opens)
            .With("NoRoom", noRoom)
            .WithOptional("LastNotice", group.First.LastNoticeDay is { } last ? Say.SayDate(last, today) : null)
            .WithOptional("FamilyTold", group.First.FamilyTold)
            .WithOptional("CaseManager", group.First.CaseManager)
            .With("IsEscalated", group.First.IsEscalated)
            .WithOptional("Counted", group.First switch
            {
                { CountedFrom: { } from } => $"counted {(from > dueOn ? "back " : "")}from {Say.SayDate(from, today)}",
                { Marks: { Length: > 0 } mark } => mark,
                _ => null,
            })
            .With("Law", string.Join("; ", due.Law));
    }

    private static string Standing(DigestLine line, LocalDate today)
    {
        var dueOn = line.DueDate.DueOn!.Value;
        return line.DueDate.Obligation == ObligationIds.ReevaluationFloor ? $"Possible from {Say.SayDate(dueOn, today)} on"
            : dueOn < today ? $"{Say.SayDays(Period.DaysBetween(dueOn, today))} overdue"
            : $"Due {Say.SayWhen(dueOn, today)}";
    }

    private static NoticeWords Meeting(DigestMeeting one, LocalDate today)
    {
        var time = one.Meeting.At is { } at ? $" at {Say.SayTime(at)}" : "";
        return new NoticeWords()
            .With("Title", $"Meeting on {Say.SayDate(one.Meeting.On, today)}{time}")
            .With("Who", $"{one.Student.FirstName} ({one.PlanId})")
            .With("Ids", one.PlanId)
            .With("Standing", one.Missing switch
            {
                MeetingGap.NoInvitation => "no invitation has reached the family, as far as the records show",
                MeetingGap.OtherTimeAsked => "the family asked for another time",
                _ => "the family has not confirmed",
            })
            .With("NextStep", one.Missing switch
            {
                MeetingGap.NoInvitation => "Send the meeting notice today, and call.",
                MeetingGap.OtherTimeAsked => "Agree on a time that suits both, and record it.",
                _ => "Call to hear whether they will come; another time may be needed.",
            });
    }

    private static NoticeWords Repair(ProblemFacts problem) => new NoticeWords()
        .With("Title", "Repair what is on record")
        .With("Who", problem.Plan is { } plan ? $"{problem.Student?.FirstName ?? "plan"} ({plan.PlanId})" : "the district")
        .With("Ids", problem.Plan?.PlanId ?? "the district")
        .With("Standing", problem.What)
        .With("NextStep", problem.Remedy);

    private static string Count(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
