namespace Notifier.Reminders;

/// <summary>The day a rung's days are counted from.</summary>
public enum CountedFrom
{
    /// <summary>The due date, or the last practical day before it.</summary>
    DueDate,

    /// <summary>
    /// The planned day itself, where the duty is counted back from one: a notice of a meeting is due days before
    /// the meeting, and a family is reminded of the meeting, not of the notice.
    /// </summary>
    PlannedDay,
}
