using Notifier.Calendars;
using Notifier.DueDates.Explaining;
using Notifier.Law;
using Notifier.Law.Counts;

namespace Notifier.DueDates.Counting;

/// <summary>What a condition came to: yes, no, or a school year is missing that it needs.</summary>
internal readonly record struct Answer(bool Holds, Counted? Unanswered = null)
{
    public static Answer From(bool holds) => new(holds);
}

/// <summary>A condition of a branch, ready to ask.</summary>
internal abstract class ConditionNode
{
    public abstract Answer Holds(PlanFacts facts);
}

/// <summary>School days, or calendar days, left in the school year after a date.</summary>
internal sealed class DaysLeftNode(NumberRange range, CountNode on, DayUnit unit) : ConditionNode
{
    public override Answer Holds(PlanFacts facts)
    {
        var date = on.Evaluate(facts);
        if (!date.IsFound)
        {
            return date.IsNotRecorded ? default : new Answer(false, date);
        }

        var last = facts.Calendar.LastDayOfYear(date.Day);
        if (last == SchoolCalendar.Unknown)
        {
            return facts.Calendar.IsBetweenYears(date.Day) ? default : new Answer(false, Unfinished.Mark(facts, date));
        }

        var left = unit == DayUnit.School ? facts.Calendar.SchoolDaysBetween(date.Day, last) : last - date.Day;
        // A day after the last school day, still inside the year's row, has none left.
        var holds = left >= 0 && range.Holds(left);
        facts.Trace?.DaysLeft(unit, left, date.Day, last, range, holds);
        return Answer.From(holds);
    }
}

/// <summary>The date lies after one school year and before the next.</summary>
internal sealed class BetweenYearsNode(CountNode of) : ConditionNode
{
    public override Answer Holds(PlanFacts facts)
    {
        var date = of.Evaluate(facts);
        if (!date.IsFound)
        {
            return date.IsNotRecorded ? default : new Answer(false, date);
        }

        if (!facts.Calendar.IsInYear(date.Day) && !facts.Calendar.IsBetweenYears(date.Day))
        {
            return new Answer(false, Unfinished.Mark(facts, date));
        }

        var between = facts.Calendar.IsBetweenYears(date.Day);
        if (between)
        {
            facts.Trace?.Noted($"{TraceText.Day(date.Day)} lies between two school years.");
        }

        return Answer.From(between);
    }
}

/// <summary>So many absences on school days after one date and up to another.</summary>
internal sealed class AbsencesWithinNode(NumberRange range, CountNode after, CountNode upTo) : ConditionNode
{
    public override Answer Holds(PlanFacts facts)
    {
        var first = after.Evaluate(facts);
        var last = first.IsFound ? upTo.Evaluate(facts) : first;
        if (!last.IsFound)
        {
            return last.IsNotRecorded ? default : new Answer(false, last);
        }

        var absences = facts.CountSchoolDaysOf(PlanDateKind.Absence, first.Day, last.Day);
        facts.Trace?.Noted(
            $"The student was absent on {absences} school days after {TraceText.Day(first.Day)} and up to {TraceText.Day(last.Day)}.");
        return Answer.From(range.Holds(absences));
    }
}

/// <summary>One date lies before another.</summary>
internal sealed class IsBeforeNode(CountNode earlier, CountNode later) : ConditionNode
{
    public override Answer Holds(PlanFacts facts)
    {
        var first = earlier.Evaluate(facts);
        var second = first.IsFound ? later.Evaluate(facts) : first;
        return second.IsFound
            ? Answer.From(first.Day < second.Day)
            : second.IsNotRecorded ? default : new Answer(false, second);
    }
}

/// <summary>The detail of a recorded date contains a word, in any case.</summary>
internal sealed class DetailSaysNode(string word, CountNode of) : ConditionNode
{
    public override Answer Holds(PlanFacts facts)
    {
        var date = of.Evaluate(facts);
        if (!date.IsFound || of.StartKindOf(facts) is not { } kind)
        {
            return default;
        }

        var holds = facts.Details(kind, date.Day).Any(detail => detail.Contains(word, StringComparison.OrdinalIgnoreCase));
        if (holds)
        {
            facts.Trace?.Noted($"The record of {TraceText.Day(date.Day)} says '{word}'.");
        }

        return Answer.From(holds);
    }
}

/// <summary>The date is on record.</summary>
internal sealed class IsRecordedNode(CountNode of) : ConditionNode
{
    public override Answer Holds(PlanFacts facts)
    {
        var mark = facts.Trace?.Mark();
        var recorded = !of.Evaluate(facts).IsNotRecorded;
        facts.Trace?.Forget(mark!.Value);
        return Answer.From(recorded);
    }
}

/// <summary>At least one of several conditions holds.</summary>
internal sealed class AnyOfNode(ConditionNode[] conditions) : ConditionNode
{
    public override Answer Holds(PlanFacts facts)
    {
        Counted? unanswered = null;
        foreach (var condition in conditions)
        {
            var answer = condition.Holds(facts);
            if (answer.Holds)
            {
                return answer;
            }

            unanswered ??= answer.Unanswered;
        }

        return new Answer(false, unanswered);
    }
}
