using Notifier.Calendars;

namespace Notifier.DueDates.Counting;

/// <summary>How one kind of day is counted on a calendar; <see cref="SchoolCalendar.Unknown"/> beyond what is on file.</summary>
internal abstract class DayRuler
{
    public abstract int After(SchoolCalendar calendar, int day, int n);

    public abstract int Before(SchoolCalendar calendar, int day, int n);
}

internal sealed class CalendarDayRuler : DayRuler
{
    public override int After(SchoolCalendar calendar, int day, int n) => day + n;

    public override int Before(SchoolCalendar calendar, int day, int n) => day - n;
}

internal sealed class SchoolDayRuler : DayRuler
{
    public override int After(SchoolCalendar calendar, int day, int n) => calendar.SchoolDayAfter(day, n);

    public override int Before(SchoolCalendar calendar, int day, int n) => calendar.SchoolDayBefore(day, n);
}

internal sealed class BusinessDayRuler : DayRuler
{
    public override int After(SchoolCalendar calendar, int day, int n) => calendar.BusinessDayAfter(day, n);

    public override int Before(SchoolCalendar calendar, int day, int n) => calendar.BusinessDayBefore(day, n);
}

/// <summary>Mondays to Fridays, holidays included.</summary>
internal sealed class WeekdayRuler : DayRuler
{
    public override int After(SchoolCalendar calendar, int day, int n) => Step(day, n, 1);

    public override int Before(SchoolCalendar calendar, int day, int n) => Step(day, n, -1);

    private static int Step(int day, int n, int by)
    {
        while (n > 0)
        {
            day += by;
            n -= DayNumber.IsWeekend(day) ? 0 : 1;
        }

        return day;
    }
}

/// <summary>Calendar days that leave some out.</summary>
internal sealed class ExcludingRuler(ExclusionSlot slot) : DayRuler
{
    public ExclusionSlot Slot => slot;

    public override int After(SchoolCalendar calendar, int day, int n) => calendar.DayAfterExcluding(day, n, slot);

    public override int Before(SchoolCalendar calendar, int day, int n) =>
        throw new NotSupportedException("days are left out only of counts that run forward");
}
