using Notifier.Calendars;
using Notifier.DueDates.Counting;
using Notifier.Law.Counts;

namespace Notifier.DueDates.Explaining;

/// <summary>Names every run of days that a count left out, in the order of the counting.</summary>
internal static class SkippedDayFinder
{
    public static IReadOnlyList<SkippedDays> Between(
        SchoolCalendar calendar, DayUnit unit, DayRuler ruler, int from, int to)
    {
        var slot = (ruler as ExcludingRuler)?.Slot;
        if (unit == DayUnit.Calendar && slot is null)
        {
            return [];
        }

        var runs = new List<SkippedDays>();
        var step = to >= from ? 1 : -1;
        for (var day = from + step; day != to + step; day += step)
        {
            if (Reason(calendar, unit, slot, day) is not { } skip)
            {
                continue;
            }

            var date = DayNumber.ToDate(day);
            var joins = runs.Count > 0 && runs[^1].Reason == skip.Reason && runs[^1].Name == skip.Name
                && DayNumber.Of(step > 0 ? runs[^1].Last : runs[^1].First) == day - step;
            if (!joins)
            {
                runs.Add(new SkippedDays(date, date, skip.Reason, skip.Name));
            }
            else
            {
                runs[^1] = step > 0 ? runs[^1] with { Last = date } : runs[^1] with { First = date };
            }
        }

        return runs;
    }

    private static (SkipReason Reason, string Name)? Reason(
        SchoolCalendar calendar, DayUnit unit, ExclusionSlot? slot, int day) => unit switch
        {
            DayUnit.School => calendar.IsSchoolDay(day) ? null : NoSchool(calendar, day),
            DayUnit.Business => calendar.IsBusinessDay(day) ? null : NoBusiness(calendar, day),
            DayUnit.Weekday => DayNumber.IsWeekend(day) ? (SkipReason.Weekend, "") : null,
            _ => calendar.IsExcluded(day, slot!) ? Excluded(calendar, day) : null,
        };

    private static (SkipReason, string) NoSchool(SchoolCalendar calendar, int day)
    {
        if (calendar.ClosureName(day) is { } closure)
        {
            return (SkipReason.Closure, closure);
        }

        if (calendar.NoSchoolName(day) is { } name)
        {
            return (SkipReason.NoSchool, name);
        }

        return calendar.IsInYear(day) ? (SkipReason.Weekend, "") : (SkipReason.Summer, "");
    }

    private static (SkipReason, string) NoBusiness(SchoolCalendar calendar, int day)
    {
        if (BusinessDays.HolidayName(day) is { } federal)
        {
            return (SkipReason.FederalHoliday, federal);
        }

        return DayNumber.IsWeekend(day)
            ? (SkipReason.Weekend, "")
            : (SkipReason.StateHoliday, calendar.StateHolidayName(day) ?? "");
    }

    private static (SkipReason, string) Excluded(SchoolCalendar calendar, int day) =>
        calendar.IsInSummer(day) ? (SkipReason.Summer, "") : (SkipReason.Break, calendar.BreakNameAround(day));
}
