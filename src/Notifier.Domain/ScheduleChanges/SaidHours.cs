using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Notifier.ScheduleChanges;

/// <summary>
/// The hours that a summary names in English or Spanish. A number alone is an hour behind "at", "until" or "a las", and
/// otherwise a grade, a room or a bus.
/// </summary>
public static partial class SaidHours
{
    private const int HalfDay = 12;
    private const int FirstHourOfSchool = 6;

    private static readonly string[][] Numbers =
    [
        ["one", "una"], ["two", "dos"], ["three", "tres"], ["four", "cuatro"], ["five", "cinco"], ["six", "seis"],
        ["seven", "siete"], ["eight", "ocho"], ["nine", "nueve"], ["ten", "diez"], ["eleven", "once"], ["twelve", "doce"],
    ];

    public static IReadOnlyList<SaidHour> In(string text) =>
    [
        .. Hour().Matches(text).Select(Read).OfType<SaidHour>(),
        .. Noon().Matches(text).Select(noon => new SaidHour(LocalTime.Noon, OpenHalf: false, noon.Value)),
    ];

    private static SaidHour? Read(Match found)
    {
        var half = found.Groups["half"].Value.ToLowerInvariant();
        if (!found.Groups["colon"].Success && !found.Groups["lead"].Success && !found.Groups["clock"].Success && half.Length == 0)
        {
            return null;
        }

        var hour = Number(found.Groups["hour"].Value);
        var minute = found.Groups["minute"] is { Success: true } minutes ? Number(minutes.Value)
            : found.Groups["part"] is { Success: true } part ? (part.Value.EndsWith("media", StringComparison.OrdinalIgnoreCase) ? 30 : 15)
            : 0;
        if (hour > 23 || minute > 59)
        {
            return null;
        }

        var isOpen = half.Length == 0 && hour is >= 1 and <= HalfDay;
        var isAfternoon = half.Length > 0 ? IsAfternoon(half, hour) : hour >= HalfDay || (isOpen && hour < FirstHourOfSchool);
        var at = hour > HalfDay || (hour == 0 && half.Length == 0) ? hour : (hour % HalfDay) + (isAfternoon ? HalfDay : 0);
        return new SaidHour(new LocalTime(at, minute), isOpen, found.Groups["said"].Value.Trim());
    }

    private static bool IsAfternoon(string half, int hour) =>
        half[0] == 'p' || half.EndsWith("afternoon", StringComparison.Ordinal) || half.EndsWith("tarde", StringComparison.Ordinal)
        || half.EndsWith("noche", StringComparison.Ordinal) || (half == "del día" && hour is HalfDay or < FirstHourOfSchool);

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number)
        ? number
        : Array.FindIndex(Numbers, words => words.Contains(text.ToLowerInvariant())) + 1;

    // "at one of our schools" and "at 3 campuses" are places.
    [GeneratedRegex(
        @"(?<![\p{L}\d$/.:])(?<lead>(?:at|until|till|a\s+las?|de\s+las?|hasta\s+las?)\s+)?"
        + @"(?<said>(?<hour>\d{1,2}(?![\d/%]|st|nd|rd|th)"
        + @"|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce"
        + @"|one(?=\s*(?:[.,;!?)]|$|[ap]\.?\s?m\b|o['’]?clock)))(?!\p{L}))"
        + @"(?:(?<colon>[:h])(?<minute>\d{2})(?!\d)|\.(?<minute>\d{2})(?!\d)|\s+(?<part>y\s+(?:media|cuarto))\b)?"
        + @"(?:\s*(?:(?<half>[ap]\.?\s?m\b\.?|in the (?:morning|afternoon)|de la (?:mañana|tarde|noche)|del día\b)|(?<clock>o['’]?clock)))?)"
        + @"(?!\s+(?:schools?|campus|campuses|sites|locations|escuelas|planteles)\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Hour();

    [GeneratedRegex(@"\b(?:noon|midday|mediod[ií]a)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Noon();
}
