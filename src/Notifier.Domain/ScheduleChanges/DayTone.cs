namespace Notifier.ScheduleChanges;

/// <summary>How a change is told.</summary>
public enum DayTone
{
    /// <summary>Nothing was said about this day before.</summary>
    First,

    /// <summary>It was said before the evening before, and is said again.</summary>
    Again,

    /// <summary>In place of what was said before.</summary>
    Update,

    /// <summary>What was said before is not so any more: a normal day.</summary>
    Normal,
}
