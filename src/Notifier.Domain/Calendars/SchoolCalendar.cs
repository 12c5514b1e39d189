using NodaTime;

namespace Notifier.Calendars;

/// <summary>
/// The calendar of one building: the district's rows and its own. Every question is answered from an index made once.
/// </summary>
/// <remarks>
/// A count that needs a school year that is not on file has no answer here, never a guessed one.
/// </remarks>
public sealed partial class SchoolCalendar
{
    private readonly CalendarRows rows;
    private readonly YearTable years;
    private readonly int origin;
    private readonly int[] throughDay;
    private readonly int[] schoolDays;

    private SchoolCalendar(CalendarRows rows)
    {
        this.rows = rows;
        years = new YearTable(rows);
        origin = years.IsEmpty ? 0 : years.First - 1;
        throughDay = new int[years.IsEmpty ? 0 : years.Last - origin + 1];
        var days = new List<int>();
        for (var index = 0; index < throughDay.Length; index++)
        {
            if (rows.IsSchoolDay(origin + index))
            {
                days.Add(origin + index);
            }

            throughDay[index] = days.Count;
        }

        schoolDays = [.. days];
        stateHolidays = StateHolidaysOf(rows);
        ReportDates = [.. rows.Reports.Select(DayNumber.ToDate)];
    }

    /// <summary>The school years on file, in order; a year without a single school day is left out.</summary>
    public IReadOnlyList<SchoolYear> Years => years.All;

    /// <summary>The first date of the first school year on file; null when there is none.</summary>
    public LocalDate? FirstDate => years.IsEmpty ? null : DayNumber.ToDate(years.First);

    /// <summary>The last date of the last school year on file; null when there is none.</summary>
    public LocalDate? LastDate => years.IsEmpty ? null : DayNumber.ToDate(years.Last);

    /// <summary>The days progress reports go home, else the ends of the marking periods; in order, each once.</summary>
    public IReadOnlyList<LocalDate> ReportDates { get; }

    /// <summary>The calendar of a building.</summary>
    /// <param name="entries">All rows of the district, in any order.</param>
    /// <param name="schoolId">Whose own rows hold beside the district's; null: the district's alone.</param>
    public static SchoolCalendar From(IEnumerable<CalendarEntry> entries, string? schoolId) =>
        new(new CalendarRows(entries, schoolId));

    /// <summary>Whether children are in attendance, a partial day included (34 CFR 300.11(c)).</summary>
    public bool IsSchoolDay(LocalDate date) => IsSchoolDay(DayNumber.Of(date));

    /// <summary>Whether the date lies inside a school year on file, whatever happens on it.</summary>
    public bool Covers(LocalDate date) => years.IndexOf(DayNumber.Of(date)) >= 0;

    /// <summary>
    /// The last day of school on or before the date; null when the calendar on file does not reach the date.
    /// </summary>
    public LocalDate? LastSchoolDayOnOrBefore(LocalDate date) =>
        PracticalDay(DayNumber.Of(date)) is var day && day == Unknown ? null : DayNumber.ToDate(day);

    /// <summary>The first day of school on or after the date; null when the calendar on file does not reach it.</summary>
    public LocalDate? FirstSchoolDayOnOrAfter(LocalDate date) =>
        SchoolDayAfter(DayNumber.Of(date) - 1, 1) is var day && day == Unknown ? null : DayNumber.ToDate(day);
}
