using System.Text.RegularExpressions;
using NodaTime;

namespace Notifier.Adapters.DistrictFolders.Fields;

/// <summary>
/// Checks the detail of a scheduled meeting, <c>14:30; Room 12; video</c>: a time that is one is written in the
/// 24-hour form, a time that is none is found before a family reads it.
/// </summary>
internal static partial class MeetingDetail
{
    /// <param name="text">As written: local time, place and format in any order, semicolons between them.</param>
    /// <param name="detail">The same with its time in the 24-hour form.</param>
    /// <param name="doubt">The time is one, but hardly that of a meeting.</param>
    public static FieldFault? Parse(string text, out string detail, out FieldFault? doubt)
    {
        (detail, doubt) = (text, null);
        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var times = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (Time().Match(parts[i]) is not { Success: true } match)
            {
                continue;
            }

            if (++times > 1)
            {
                return new FieldFault("two times are given", "Write the start alone, for example 14:30; Room 12; inPerson");
            }

            if (ToTime(match) is not { } time)
            {
                return new FieldFault($"\"{parts[i]}\" is not a time of day", "Write it as 14:30 or 2:30 PM, for example 14:30; Room 12; inPerson");
            }

            if (time.Hour is < 6 or > 21)
            {
                doubt = new FieldFault($"a meeting at {time:HH:mm} is unlikely", "Write afternoon hours as 14:30 or 2:30 PM");
            }

            parts[i] = time.ToString("HH:mm", null);
        }

        detail = times > 0 ? string.Join("; ", parts) : text;
        return null;
    }

    private static LocalTime? ToTime(Match match)
    {
        var hour = int.Parse(match.Groups["h"].ValueSpan, null);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, null) : 0;
        var half = match.Groups["half"].Value;
        if (minute > 59 || hour > 23 || (half.Length > 0 && hour is < 1 or > 12))
        {
            return null;
        }

        return half switch
        {
            "" => new LocalTime(hour, minute),
            ['a' or 'A', ..] => new LocalTime(hour % 12, minute),
            _ => new LocalTime(hour % 12 + 12, minute),
        };
    }

    // "9" alone is a room as well as an hour: without minutes it needs am or pm.
    [GeneratedRegex(@"^(?:(?<h>\d{1,2}):(?<m>\d{2})(?::\d{2})?\s*(?<half>[AaPp]\.?[Mm]\.?)?|(?<h>\d{1,2})\s*(?<half>[AaPp]\.?[Mm]\.?))$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
