using Notifier.Calendars;
using Notifier.DueDates.Counting;
using Notifier.Law.Counts;

namespace Notifier.DueDates.Duties;

/// <summary>District policy: the 504 team meets within so many school days of the start, or before the end, of the year.</summary>
/// <param name="days">Positive: after the first school day; negative: before the last.</param>
internal sealed class Section504YearMeeting(int days) : CountNode
{
    private static readonly SchoolDayRuler SchoolDays = new();

    public override ulong Needs => Always;

    public override Counted Evaluate(PlanFacts facts)
    {
        var year = SchoolYearCycle.Of(facts);
        if (!year.IsFound)
        {
            return year;
        }

        var from = days >= 0 ? year.Day : facts.Calendar.LastDayOfYear(year.Day);
        var day = days >= 0
            ? days == 0 ? from : facts.Calendar.SchoolDayAfter(from, days)
            : facts.Calendar.SchoolDayBefore(from, -days);
        if (day == SchoolCalendar.Unknown)
        {
            return Unfinished.Mark(facts, Counted.On(from));
        }

        if (days < 0)
        {
            facts.Trace?.Marked("the last school day of that year", year.Day, from);
        }

        facts.Trace?.Counted(DayUnit.School, SchoolDays, Math.Abs(days), days < 0, from, day);
        return year.To(day);
    }
}
