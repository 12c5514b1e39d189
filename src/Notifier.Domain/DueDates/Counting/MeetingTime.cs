using System.Text.RegularExpressions;
using NodaTime;

namespace Notifier.DueDates.Counting;

/// <summary>The local start time in the detail of a scheduled meeting: <c>09:00 Room 12, in person</c>.</summary>
internal static partial class MeetingTime
{
    /// <summary>The earliest time among the details; null: none names one.</summary>
    public static LocalTime? Of(IEnumerable<string> details)
    {
        LocalTime? earliest = null;
        foreach (var detail in details)
        {
            var match = Time().Match(detail);
            if (match.Success)
            {
                var time = new LocalTime(
                    int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture),
                    int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
                earliest = earliest is { } known && known <= time ? known : time;
            }
        }

        return earliest;
    }

    [GeneratedRegex(@"(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?!\d)")]
    private static partial Regex Time();
}
