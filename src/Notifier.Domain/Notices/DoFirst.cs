using NodaTime;
using Notifier.Obligations;

namespace Notifier.Notices;

/// <summary>What an overview puts in front: one thing of it.</summary>
/// <param name="Line">A due date; null: another thing.</param>
/// <param name="Meeting">A meeting; null: another thing.</param>
/// <param name="Problem">A problem; null: another thing.</param>
public sealed record DoFirst(DigestLine? Line, DigestMeeting? Meeting, ProblemFacts? Problem)
{
    // More than a person does before anything else.
    private const int Most = 3;

    /// <summary>
    /// What can still be met and is lost if it is not done by <see cref="DigestFacts.ActBy"/>, the nearest moment first and one of a
    /// plan; where there is none, the one thing that comes first in the overview.
    /// </summary>
    /// <remarks>
    /// What is overdue is late already, today and tomorrow alike: it stands on top of the overview with its days, but does not hide
    /// that a complaint must be answered tomorrow. What may rest on dates that contradict each other waits for what does not.
    /// </remarks>
    public static IReadOnlyList<DoFirst> Of(DigestFacts facts)
    {
        var doubted = facts.Problems.Where(problem => problem.IsContradiction).Select(problem => problem.Plan?.PlanId ?? "")
            .ToHashSet(StringComparer.Ordinal);
        var urgent = Urgent(facts, doubted).Take(Most).ToList();
        return urgent.Count > 0 ? urgent : [Otherwise(facts, doubted).First()];
    }

    private static IEnumerable<DoFirst> Urgent(DigestFacts facts, HashSet<string> doubted) =>
        facts.Lines.Select(line => (Line: line, IsTeam: false)).Concat(facts.Team.Select(line => (Line: line, IsTeam: true)))
            .Select(one => (
                Day: LastDay(one.Line, facts.Today), At: LocalTime.MaxValue, Rank: 0, one.IsTeam, one.Line.DueDate.PlanId, Id: one.Line.Key,
                // The same duty of thirty children on one day is one thing to do.
                Same: (object)(one.IsTeam, one.Line.DueDate.Obligation, one.Line.DueDate.Part, one.Line.DueDate.DueOn,
                    one.Line.LastNoticeDay, one.Line.Meeting, one.Line.CaseManager),
                What: new DoFirst(one.Line, null, null)))
            .Concat(facts.Meetings.Select(one => (
                Day: (LocalDate?)one.Meeting.On, At: one.Meeting.At ?? LocalTime.Midnight, Rank: 1 + (int)one.Missing, IsTeam: false, one.PlanId,
                Id: one.PlanId, Same: (object)one, What: new DoFirst(null, one, null))))
            .Where(one => one.Day is { } day && day >= facts.Today && day <= facts.ActBy)
            // A meeting is over at its hour, what is due by a day at the end of it.
            .OrderBy(one => one.What.Line is not null && doubted.Contains(one.PlanId)).ThenBy(one => one.Day).ThenBy(one => one.IsTeam)
            .ThenBy(one => one.At).ThenBy(one => one.Rank).ThenBy(one => one.Id, StringComparer.Ordinal)
            .DistinctBy(one => one.PlanId).DistinctBy(one => one.Same)
            .Select(one => one.What);

    // As the overview has its parts: overdue, no room for the notice, meetings, of the team, to repair, due soon.
    private static IEnumerable<DoFirst> Otherwise(DigestFacts facts, HashSet<string> doubted)
    {
        bool Stands(DigestLine line) => !doubted.Contains(line.DueDate.PlanId);
        var own = DigestSections.Of(facts.Lines.Where(Stands), facts.Today);
        var team = DigestSections.Of(facts.Team.Where(Stands), facts.Today);
        return
        [
            .. own.Overdue.Concat(own.NoRoom).Select(Due),
            .. facts.Meetings.OrderBy(one => one.Meeting.On).ThenBy(one => one.Meeting.At).ThenBy(one => one.PlanId, StringComparer.Ordinal)
                .Take(1).Select(one => new DoFirst(null, one, null)),
            .. team.Overdue.Concat(team.NoRoom).Concat(team.DueSoon).Select(Due),
            .. facts.Problems.OrderByDescending(one => one.IsContradiction).Take(1).Select(one => new DoFirst(null, null, one)),
            .. own.DueSoon.Select(Due),
        ];

        static DoFirst Due(DigestLine line) => new(line, null, null);
    }

    /// <summary>The last day on which something can be done for it; null: it is overdue, or only opens.</summary>
    private static LocalDate? LastDay(DigestLine line, LocalDate today)
    {
        if (line.DueDate is not { DueOn: { } dueOn } due || due.Obligation == ObligationIds.ReevaluationFloor)
        {
            return null;
        }

        var day = due.LastPracticalDay is { } practical && practical >= today && practical < dueOn ? practical : dueOn;
        return line.LastNoticeDay is { } notice && notice >= today ? LocalDate.Min(notice, day) : day;
    }
}
