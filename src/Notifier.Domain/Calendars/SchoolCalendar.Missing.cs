using NodaTime.Text;

namespace Notifier.Calendars;

/// <content>What is said when a count needs a school year that is not on file.</content>
public sealed partial class SchoolCalendar
{
    private string? missingAfter;
    private string? missingBefore;

    /// <summary>Which school year a count from this day needs, for the person who keeps the calendar.</summary>
    internal string MissingYear(int day, bool backward)
    {
        if (years.IsEmpty)
        {
            return "Calendar missing: it holds no school year. Add a schoolYear row to the calendar.";
        }

        if (day < years.First)
        {
            return missingBefore ??= Missing(years.First, "before", Label(years.First) - 1);
        }

        if (!backward && years.HasHole && years.LastBegunBy(day) is var begun && begun + 1 < years.Count)
        {
            return Missing(years.LastDate(begun), "after", Label(years.FirstDate(begun)) + 1);
        }

        return backward && day <= years.Last
            ? missingBefore ??= Missing(years.First, "before", Label(years.First) - 1)
            : missingAfter ??= Missing(years.Last, "after", Label(years.FirstDate(years.Count - 1)) + 1);
    }

    /// <summary>
    /// The last school day known around a day that is on file: a count that runs out of the file ends after it.
    /// </summary>
    internal int EndOfFile(int day)
    {
        if (years.SpanAround(day) is not { } span)
        {
            return Unknown;
        }

        return years.LastSchoolDay(years.LastBegunBy(span.Last));
    }

    // A school year is named for the calendar year it begins in; one that begins by March belongs to the year before.
    private static int Label(int firstDay)
    {
        var first = DayNumber.ToDate(firstDay);
        return first.Month <= 3 ? first.Year - 1 : first.Year;
    }

    private static string Missing(int day, string side, int year) =>
        $"Calendar missing: this count needs a school year {side} {LocalDatePattern.Iso.Format(DayNumber.ToDate(day))}. "
        + $"Add the school year {year}-{(year + 1) % 100:00} to the calendar.";
}
