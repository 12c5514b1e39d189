using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Notifier.Adapters.DistrictFolders.Fields;

/// <summary>Reads dates: year-month-day always, one other form only when the district declared it. Never a guess.</summary>
internal sealed class DateForms(string? declared)
{
    private const string Iso = "2026-08-17";

    private readonly LocalDatePattern? pattern = declared is null ? null : LocalDatePattern.CreateWithInvariantCulture(declared);

    /// <summary>The default, before any other form is declared.</summary>
    public static DateForms IsoOnly { get; } = new(null);

    /// <returns>Null when the form can be declared; otherwise why not.</returns>
    public static FieldFault? CheckForm(string form)
    {
        var example = new FieldFault(
            "it is not a date form", "Write a form with d, M and yyyy, for example \"M/d/yyyy\"; letters in capitals and small ones differ");
        if (!form.Contains("yyyy", StringComparison.Ordinal) || !form.Contains('M', StringComparison.Ordinal)
            || !form.Contains('d', StringComparison.Ordinal) || form.Contains("MMM", StringComparison.Ordinal)
            || form.Contains("ddd", StringComparison.Ordinal))
        {
            return example;
        }

        try
        {
            var pattern = LocalDatePattern.CreateWithInvariantCulture(form);
            var date = new LocalDate(2026, 8, 17);
            return pattern.Parse(pattern.Format(date)) is { Success: true } back && back.Value == date ? null : example;
        }
        catch (InvalidPatternException)
        {
            return example;
        }
    }

    public FieldFault? Parse(string text, out LocalDate date)
    {
        if (text.Length == 10 && text[4] == '-' && text[7] == '-'
            && Number(text, 0, 4, out var year) && Number(text, 5, 2, out var month) && Number(text, 8, 2, out var day))
        {
            return OfParts(year, month, day, out date);
        }

        if (pattern?.Parse(text) is { Success: true } parsed)
        {
            date = parsed.Value;
            return null;
        }

        date = default;
        return text.Length == 0
            ? new FieldFault("the date is missing", $"Write it as year-month-day, for example {Iso}")
            : new FieldFault(
                declared is null ? "it is not a date in the form year-month-day" : $"it is a date neither in the form year-month-day nor in \"{declared}\"",
                declared is null
                    ? $"Write it as {Iso}, or declare the folder's form in district.json, for example \"dateFormat\": \"M/d/yyyy\""
                    : $"Write it as {Iso}, or as {pattern!.Format(new LocalDate(2026, 8, 17))}");
    }

    private static FieldFault? OfParts(int year, int month, int day, out LocalDate date)
    {
        date = default;
        if (month is < 1 or > 12)
        {
            return new FieldFault($"there is no month {month}", $"Write the date as year-month-day, for example {Iso}");
        }

        if (year < 1)
        {
            return new FieldFault("there is no year 0", $"Write the date as year-month-day, for example {Iso}");
        }

        var days = CalendarSystem.Iso.GetDaysInMonth(year, month);
        if (day < 1 || day > days)
        {
            var name = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
            return new FieldFault($"there is no such day: {name} {year} has {days} days", "Look the date up in the plan and correct it");
        }

        date = new LocalDate(year, month, day);
        return null;
    }

    private static bool Number(string text, int start, int length, out int number) =>
        int.TryParse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
