using Notifier.Calendars;
using Notifier.Law;

namespace Notifier.DueDates.Counting;

/// <summary>The last school day of the school year that holds a date.</summary>
internal sealed class LastSchoolDayNode(CountNode of) : CountNode
{
    public override ulong Needs { get; } = of.Needs;

    public override PlanDateKind? StartKind => of.StartKind;

    public override Counted Evaluate(PlanFacts facts)
    {
        var date = of.Evaluate(facts);
        if (!date.IsFound)
        {
            return date;
        }

        var day = facts.Calendar.LastDayOfYear(date.Day);
        if (day == SchoolCalendar.Unknown)
        {
            return facts.Calendar.IsBetweenYears(date.Day) ? Counted.NotRecorded : Unfinished.Mark(facts, date);
        }

        facts.Trace?.Marked("the last school day of that year", date.Day, day);
        return date.To(day);
    }
}

/// <summary>The n-th school day of the school year that begins next after a date.</summary>
internal sealed class NextYearNode(int number, CountNode of) : CountNode
{
    public override ulong Needs { get; } = of.Needs;

    public override PlanDateKind? StartKind => of.StartKind;

    public override Counted Evaluate(PlanFacts facts)
    {
        var date = of.Evaluate(facts);
        if (!date.IsFound)
        {
            return date;
        }

        var first = facts.Calendar.NextFirst(date.Day);
        var day = first == SchoolCalendar.Unknown ? first : facts.Calendar.SchoolDayAfter(first - 1, number);
        if (day == SchoolCalendar.Unknown)
        {
            return Unfinished.Mark(facts, date);
        }

        facts.Trace?.Marked("the first school day of the next school year", date.Day, first);
        if (number > 1)
        {
            facts.Trace?.Counted(Law.Counts.DayUnit.School, SchoolDays, number - 1, false, first, day);
        }

        return date.To(day);
    }

    private static readonly SchoolDayRuler SchoolDays = new();
}

/// <summary>A fixed month and day in the year of another date.</summary>
internal sealed class DayOfYearNode(int month, int day, CountNode inYearOf) : CountNode
{
    public override ulong Needs { get; } = inYearOf.Needs;

    public override PlanDateKind? StartKind => inYearOf.StartKind;

    public override Counted Evaluate(PlanFacts facts)
    {
        var date = inYearOf.Evaluate(facts);
        if (!date.IsFound)
        {
            return date;
        }

        var found = DayNumber.Of(DayNumber.ToDate(date.Day).Year, month, day);
        facts.Trace?.Marked("the fixed day of that year", date.Day, found);
        return date.To(found);
    }
}

/// <summary>The counted date; in summer, the first school day after it.</summary>
internal sealed class OutOfSummerNode(CountNode counted) : CountNode
{
    public override ulong Needs { get; } = counted.Needs;

    public override PlanDateKind? StartKind => counted.StartKind;

    public override Counted Evaluate(PlanFacts facts)
    {
        var date = counted.Evaluate(facts);
        if (!date.IsFound || facts.Calendar.IsInYear(date.Day) && !facts.Calendar.IsInSummer(date.Day))
        {
            return date;
        }

        if (!facts.Calendar.IsInSummer(date.Day))
        {
            return Unfinished.Mark(facts, date);
        }

        var first = facts.Calendar.SchoolDayAfter(date.Day, 1);
        facts.Trace?.Marked("summer ends on the first school day", date.Day, first);
        return date.To(first);
    }
}
