using NodaTime;

namespace Notifier.Calendars;

/// <summary>One row of the district's calendar: a date or a range of dates, both ends included.</summary>
public sealed record CalendarEntry
{
    public required CalendarEntryKind Kind { get; init; }

    public required LocalDate FirstDate { get; init; }

    /// <summary>Equal to <see cref="FirstDate"/> for a single day.</summary>
    public required LocalDate LastDate { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Null: the whole district.</summary>
    public string? SchoolId { get; init; }
}
