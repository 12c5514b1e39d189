using NodaTime;
using NodaTime.Text;
using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>A planned meeting, as far as it is on record. Date and time are those of the school's clock.</summary>
public sealed record MeetingFacts
{
    private static readonly LocalTimePattern[] Times =
    [
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
        LocalTimePattern.CreateWithInvariantCulture("H:mm:ss"),
    ];

    public required LocalDate On { get; init; }

    /// <summary>Null: no time on record.</summary>
    public LocalTime? At { get; init; }

    /// <summary>As the district wrote it; empty: the school.</summary>
    public string Place { get; init; } = "";

    public MeetingFormat Format { get; init; } = MeetingFormat.InPerson;

    /// <summary>What it is for, as the district wrote it; empty: the wording says it in general.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Who will attend, by name or position (34 CFR 300.322(b)(1)(i)); empty: the wording says it in general.</summary>
    public string With { get; init; } = "";

    /// <summary>
    /// A <c>meetingScheduled</c> date with its detail: time, place and format in any order, separated by
    /// semicolons, each of them optional: <c>14:30; Room 12; inPerson; purpose: yearly review; with: Ms Reyes, principal</c>.
    /// </summary>
    public static MeetingFacts From(PlanDate scheduled)
    {
        var facts = new MeetingFacts { On = scheduled.Date };
        foreach (var part in scheduled.Detail.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            facts = facts.Add(part);
        }

        return facts;
    }

    private MeetingFacts Add(string part)
    {
        foreach (var pattern in Times)
        {
            if (pattern.Parse(part) is { Success: true } time)
            {
                return this with { At = time.Value };
            }
        }

        if (After("purpose:", part) is { } purpose)
        {
            return this with { Purpose = purpose };
        }

        if (After("with:", part) is { } with)
        {
            return this with { With = with };
        }

        var word = part.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return word.ToUpperInvariant() switch
        {
            "INPERSON" => this with { Format = MeetingFormat.InPerson },
            "VIDEO" => this with { Format = MeetingFormat.Video },
            "PHONE" => this with { Format = MeetingFormat.Phone },
            _ => this with { Place = Place.Length == 0 ? part : $"{Place}, {part}" },
        };
    }

    private static string? After(string label, string part) =>
        part.StartsWith(label, StringComparison.OrdinalIgnoreCase) ? part[label.Length..].Trim() : null;
}
