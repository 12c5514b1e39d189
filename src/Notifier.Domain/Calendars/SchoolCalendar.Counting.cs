namespace Notifier.Calendars;

/// <content>The counting functions, on day numbers: T is day 0, the trigger day itself never counts.</content>
public sealed partial class SchoolCalendar
{
    /// <summary>What a count gives when it needs a school year that is not on file.</summary>
    internal const int Unknown = int.MinValue;

    /// <summary>Days after the last school year on file that are certainly summer.</summary>
    private const int CertainSummer = 45;

    internal bool IsSchoolDay(int day) =>
        (uint)(day - origin) < (uint)throughDay.Length && day > origin && Through(day) != Through(day - 1);

    /// <summary>The n-th school day strictly after the day.</summary>
    internal int SchoolDayAfter(int day, int n)
    {
        if (years.SpanAround(day + 1) is not { } span)
        {
            return Unknown;
        }

        var index = Through(day) + n - 1;
        return index < schoolDays.Length && schoolDays[index] <= span.Last ? schoolDays[index] : Unknown;
    }

    /// <summary>The n-th school day strictly before the day.</summary>
    internal int SchoolDayBefore(int day, int n)
    {
        if (years.SpanAround(day - 1) is not { } span)
        {
            return Unknown;
        }

        var index = Through(day - 1) - n;
        return index >= 0 && schoolDays[index] >= span.First ? schoolDays[index] : Unknown;
    }

    /// <summary>School days strictly after one day up to and including another; both on file.</summary>
    internal int SchoolDaysBetween(int after, int upTo) => Through(upTo) - Through(after);

    /// <summary>The last school day of the school year that holds the day.</summary>
    internal int LastDayOfYear(int day) => years.IndexOf(day) is var year && year >= 0 ? years.LastSchoolDay(year) : Unknown;

    /// <summary>The first school day of the school year that begins next.</summary>
    internal int NextFirst(int day) => years.NextAfter(day) is var next && next >= 0 ? years.FirstSchoolDay(next) : Unknown;

    internal bool IsInYear(int day) => years.IndexOf(day) >= 0;

    /// <summary>Between two school years on file that follow one another.</summary>
    internal bool IsBetweenYears(int day) => years.IsSummer(day);

    /// <summary>After the last day of school of one year and before the first of the next, both on file.</summary>
    internal bool IsInSummer(int day)
    {
        var begun = years.LastBegunBy(day);
        return begun >= 0
            && ((day > years.LastSchoolDay(begun) && years.NextAfter(day) >= 0)
                || (begun > 0 && day < years.FirstSchoolDay(begun)));
    }

    /// <summary>The last school day on or before the day; in the weeks after the last year on file, that year's last.</summary>
    internal int PracticalDay(int day)
    {
        if (years.IsEmpty || day < years.First || day > years.Last + CertainSummer)
        {
            return Unknown;
        }

        var index = Through(Math.Min(day, years.Last)) - 1;
        return index < 0 || (years.HasHole && years.SpanAround(Math.Min(day, years.Last)) is null)
            ? Unknown
            : schoolDays[index];
    }

    /// <summary>The first day of school of the year that holds the day, else of the next one.</summary>
    internal int CycleFirstDay(int day)
    {
        if (years.IsEmpty)
        {
            return Unknown;
        }

        var begun = years.LastBegunBy(day);
        var year = begun < 0 ? 0 : day <= years.LastDate(begun) ? begun : years.NextAfter(day);
        return year < 0 ? Unknown : years.FirstSchoolDay(year);
    }

    /// <summary>The last school day of the year before the one that begins on or before the day.</summary>
    internal int LastDayBeforeYear(int firstDay)
    {
        var year = years.LastBegunBy(firstDay);
        return year > 0 && years.NextAfter(years.LastDate(year - 1)) == year ? years.LastSchoolDay(year - 1) : Unknown;
    }

    /// <summary>The day before the first date of the school year that holds the day.</summary>
    internal int DayBeforeYearOf(int day) => years.IndexOf(day) is var year && year >= 0 ? years.FirstDate(year) - 1 : Unknown;

    /// <summary>The first report date on or after the day, else the last one; null: the calendar names none.</summary>
    internal int? ReportOnOrAfter(int day, out int? previous)
    {
        previous = null;
        int? found = null;
        foreach (var report in rows.Reports)
        {
            (previous, found) = (found, report);
            if (report >= day)
            {
                break;
            }
        }

        return found;
    }

    private int Through(int day) => day < origin ? 0 : throughDay[Math.Min(day - origin, throughDay.Length - 1)];
}
