using NodaTime;
using Notifier.Law;
using Notifier.Law.Counts;

namespace Notifier.DueDates.Explaining;

/// <summary>One step of a count, complete enough to be done again without the calendar.</summary>
public abstract record TraceStep;

/// <summary>The date a clock started from.</summary>
/// <param name="Kind">Null: it is no recorded plan date (a birth date, a report date).</param>
/// <param name="What">What happened that day, in words.</param>
/// <param name="On">Day 0.</param>
public sealed record ClockStarted(PlanDateKind? Kind, string What, LocalDate On) : TraceStep;

/// <summary>Days counted one by one, with every run of days that was not counted.</summary>
public sealed record DaysCounted : TraceStep
{
    public required DayUnit Unit { get; init; }

    public required int Number { get; init; }

    public required bool Backward { get; init; }

    public required LocalDate From { get; init; }

    public required LocalDate To { get; init; }

    /// <summary>In the order of the counting, between <see cref="From"/> and <see cref="To"/>.</summary>
    public required IReadOnlyList<SkippedDays> Skipped { get; init; }
}

/// <summary>Days in a row that were not counted, all for one reason.</summary>
/// <param name="First">The earliest of them.</param>
/// <param name="Last">The latest of them.</param>
/// <param name="Reason">Why.</param>
/// <param name="Name">As the calendar names it; empty: it has no name.</param>
public sealed record SkippedDays(LocalDate First, LocalDate Last, SkipReason Reason, string Name);

/// <summary>Why a day was not counted.</summary>
public enum SkipReason
{
    Weekend,
    NoSchool,
    Closure,
    Summer,
    FederalHoliday,
    StateHoliday,

    /// <summary>A break long enough to pause a count of calendar days.</summary>
    Break,
}

/// <summary>Months, then days, added to a date; a day the month does not have becomes its last one.</summary>
/// <param name="Months">Negative: before the date.</param>
/// <param name="Days">Added afterwards.</param>
/// <param name="From">The date they are added to.</param>
/// <param name="To">The result.</param>
/// <param name="DistrictRule">The district's choice that says so; empty: the law does.</param>
public sealed record SpanAdded(int Months, int Days, LocalDate From, LocalDate To, string DistrictRule) : TraceStep;

/// <summary>Clock hours counted back from a meeting.</summary>
/// <param name="Hours">How many.</param>
/// <param name="Meeting">Its date.</param>
/// <param name="MeetingTime">Its local start; null: not recorded, whole days are counted.</param>
/// <param name="To">The day it comes to.</param>
/// <param name="ToTime">The local time of that day; null with no start recorded.</param>
public sealed record HoursCounted(
    int Hours, LocalDate Meeting, LocalTime? MeetingTime, LocalDate To, LocalTime? ToTime) : TraceStep;

/// <summary>A day the school calendar gives.</summary>
public sealed record MarkTaken(string What, LocalDate Of, LocalDate On) : TraceStep;

/// <summary>A fact that decided something, in a sentence.</summary>
public sealed record FactNoted(string Sentence) : TraceStep;

/// <summary>Two or more clocks ran, and one of them governs.</summary>
/// <param name="Dates">What each came to; null: it needs a school year that is not on file.</param>
/// <param name="Result">The governing one; null: it cannot be told.</param>
/// <param name="Earliest">The earliest governs; otherwise the latest.</param>
public sealed record ClocksCompared(IReadOnlyList<LocalDate?> Dates, LocalDate? Result, bool Earliest) : TraceStep;

/// <summary>Under which rule the steps before this one were counted.</summary>
public sealed record RuleApplied(LawVersion Version, bool IsState) : TraceStep;

/// <summary>A date agreed in writing stands instead of the counted one.</summary>
/// <param name="On">The date that stands.</param>
/// <param name="AtMostDaysLater">The bound the law sets to it; null: none.</param>
public sealed record DateAgreed(LocalDate On, int? AtMostDaysLater) : TraceStep;

/// <summary>The count could not be finished.</summary>
public sealed record CountStopped(string Problem) : TraceStep;
