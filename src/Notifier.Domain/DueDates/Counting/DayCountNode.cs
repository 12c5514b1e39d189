using Notifier.Calendars;
using Notifier.Law;
using Notifier.Law.Counts;

namespace Notifier.DueDates.Counting;

/// <summary>So many days of one kind after or before a date.</summary>
internal sealed class DayCountNode(DayUnit unit, DayRuler ruler, int number, bool backward, CountNode from) : CountNode
{
    public override ulong Needs { get; } = from.Needs;

    public override PlanDateKind? StartKind => from.StartKind;

    /// <summary>How absences lengthen it; null: they do not.</summary>
    public AbsenceNode? Absences { get; init; }

    /// <summary><c>10 school days</c>.</summary>
    public string Words => $"{number} {unit.ToString().ToLowerInvariant()} days";

    public override Counted Evaluate(PlanFacts facts)
    {
        var start = from.Evaluate(facts);
        if (!start.IsFound)
        {
            return start;
        }

        var n = number;
        var day = Count(facts.Calendar, start.Day, n);
        if (day != SchoolCalendar.Unknown && Absences?.AddedTo(facts, start.Day, day) is { } added && added > 0)
        {
            n += added;
            day = Count(facts.Calendar, start.Day, n);
        }

        if (day == SchoolCalendar.Unknown)
        {
            return Unfinished.Count(facts, start, n, backward, unit);
        }

        facts.Trace?.Counted(unit, ruler, n, backward, start.Day, day);
        return start.To(day);
    }

    private int Count(SchoolCalendar calendar, int day, int n) =>
        n == 0 ? day : backward ? ruler.Before(calendar, day, n) : ruler.After(calendar, day, n);
}
