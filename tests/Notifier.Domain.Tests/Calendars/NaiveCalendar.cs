using NodaTime;
using Notifier.Calendars;

namespace Notifier.Domain.Tests.Calendars;

/// <summary>The counting functions as the law states them, one day at a time, without any index.</summary>
internal sealed class NaiveCalendar(IReadOnlyList<CalendarEntry> entries)
{
    private readonly (LocalDate First, LocalDate Last)[] years =
    [
        .. entries.Where(entry => entry.Kind == CalendarEntryKind.SchoolYear).OrderBy(entry => entry.FirstDate)
            .Select(entry => (entry.FirstDate, entry.LastDate)),
    ];

    private readonly Dictionary<int, List<LocalDate>> schoolDays = [];

    public bool IsSchoolDay(LocalDate day) => !Any(CalendarEntryKind.Closure, day) && IsPlanned(day);

    public bool IsPlanned(LocalDate day) => Any(CalendarEntryKind.MakeUpDay, day)
        || (day.DayOfWeek <= IsoDayOfWeek.Friday && years.Any(year => year.First <= day && day <= year.Last)
            && !Any(CalendarEntryKind.NoSchool, day));

    public LocalDate? SchoolDayAfter(LocalDate day, int n) => Step(day, n, 1, IsSchoolDay);

    public LocalDate? SchoolDayBefore(LocalDate day, int n) => Step(day, n, -1, IsSchoolDay);

    public LocalDate? DayAfterExcluding(LocalDate day, int n, Func<LocalDate, bool> excluded) =>
        Step(day, n, 1, each => !excluded(each));

    public bool InSummer(LocalDate day) => !Enumerable.Range(0, years.Length).Any(year =>
        SchoolDays(year) is { Count: > 0 } days && days[0] <= day && day <= days[^1]);

    public bool InListedRange(LocalDate day) => Any(CalendarEntryKind.NoSchool, day);

    /// <summary>In a break of at least so many weekdays; without the leading weekend only from its first weekday on.</summary>
    public bool InBreak(LocalDate day, int weekdays, bool leadingWeekend)
    {
        var year = years.FirstOrDefault(year => year.First <= day && day <= year.Last);
        if (year == default || IsPlanned(day))
        {
            return false;
        }

        var (first, last) = (day, day);
        while (first > year.First && !IsPlanned(first.PlusDays(-1)))
        {
            first = first.PlusDays(-1);
        }

        while (last < year.Last && !IsPlanned(last.PlusDays(1)))
        {
            last = last.PlusDays(1);
        }

        var run = Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(first.PlusDays).ToArray();
        return run.Count(each => each.DayOfWeek <= IsoDayOfWeek.Friday) >= weekdays
            && (leadingWeekend || run.Any(each => each <= day && each.DayOfWeek <= IsoDayOfWeek.Friday));
    }

    private List<LocalDate> SchoolDays(int year)
    {
        if (!schoolDays.TryGetValue(year, out var days))
        {
            var (first, last) = years[year];
            days = [.. Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(first.PlusDays).Where(IsSchoolDay)];
            schoolDays.Add(year, days);
        }

        return days;
    }

    private LocalDate? Step(LocalDate day, int n, int by, Func<LocalDate, bool> counts)
    {
        while (n > 0)
        {
            day = day.PlusDays(by);
            if (day < years[0].First || day > years[^1].Last)
            {
                return null;
            }

            n -= counts(day) ? 1 : 0;
        }

        return day;
    }

    private bool Any(CalendarEntryKind kind, LocalDate day) =>
        entries.Any(entry => entry.Kind == kind && entry.FirstDate <= day && day <= entry.LastDate);
}
