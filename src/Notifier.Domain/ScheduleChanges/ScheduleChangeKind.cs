namespace Notifier.ScheduleChanges;

/// <summary>In what way a day will not follow the normal routine; written in camel case in files (<c>earlyRelease</c>).</summary>
public enum ScheduleChangeKind
{
    Testing,
    EarlyRelease,
    LateStart,

    /// <summary>No school on a day that was to be one.</summary>
    Closure,

    /// <summary>School on a day that was to be none.</summary>
    MakeUpDay,
    Substitute,
    Assembly,
    FieldTrip,

    /// <summary>Anything else: the summary alone says what.</summary>
    Other,
}
