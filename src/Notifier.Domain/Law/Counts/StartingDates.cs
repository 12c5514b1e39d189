namespace Notifier.Law.Counts;

/// <summary>The latest date of a kind on record: <c>"consentReceived"</c>.</summary>
/// <param name="Kind">What is looked for.</param>
/// <param name="Since">
/// When given, only dates strictly after this one count, if this one is known; otherwise the whole record does.
/// </param>
/// <param name="First">The earliest such date instead of the latest.</param>
public sealed record RecordedDate(PlanDateKind Kind, Count? Since = null, bool First = false) : Count
{
    /// <summary>Only dates whose detail contains this word count; empty: all do.</summary>
    public string Saying { get; init; } = "";
}

/// <summary>The student's birth date: <c>"birthDate"</c>.</summary>
public sealed record BirthDate : Count;

/// <summary>Where the three years of a re-evaluation start: <c>"reevaluationClockStart"</c>, or without a waiver.</summary>
public sealed record ReevaluationStart(bool IgnoreWaiver) : Count;

/// <summary>The first of several counts whose own start is on record.</summary>
public sealed record FirstRecorded(IReadOnlyList<Count> Options) : Count;

/// <summary>The date another obligation of the same plan is due.</summary>
public sealed record DueDateOf(ObligationId Obligation) : Count;
