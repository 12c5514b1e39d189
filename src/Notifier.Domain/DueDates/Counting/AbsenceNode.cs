using Notifier.Law;

namespace Notifier.DueDates.Counting;

/// <summary>How many days the student's absences add to a count.</summary>
internal sealed class AbsenceNode(int atLeast, bool all, CountNode? upTo)
{
    public int AddedTo(PlanFacts facts, int after, int end)
    {
        if (!facts.Has(PlanDateKind.Absence))
        {
            return 0;
        }

        if (upTo is not null)
        {
            var mark = facts.Trace?.Mark();
            var bound = upTo.Evaluate(facts);
            facts.Trace?.Forget(mark!.Value);
            end = bound.IsFound ? bound.Day : end;
        }

        var absences = facts.CountSchoolDaysOf(PlanDateKind.Absence, after, end);
        var added = absences < atLeast ? 0 : all ? absences : absences - atLeast + 1;
        facts.Trace?.Absent(absences, added, atLeast, end);
        return added;
    }
}
