namespace Notifier.Law.Counts;

/// <summary>Which days a calendar-day count leaves out. A count with no exclusion runs through everything.</summary>
public sealed record DayExclusion
{
    /// <summary>Every date after the last day of school of one year and before the first of the next.</summary>
    public bool Summer { get; init; }

    /// <summary>Breaks inside a year that miss at least this many Mondays to Fridays in a row; null: no break pauses.</summary>
    public int? BreaksOfWeekdays { get; init; }

    /// <summary>The weekend before the first missed school day is left out, too (the weekend after it always is).</summary>
    public bool LeadingWeekend { get; init; }

    /// <summary>Each no-school range of the calendar exactly as listed; a weekend next to it is counted.</summary>
    public bool ListedRanges { get; init; }
}
