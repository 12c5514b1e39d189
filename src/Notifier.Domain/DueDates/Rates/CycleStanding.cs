namespace Notifier.DueDates.Rates;

/// <summary>How one duty counts on the day asked about; written in camel case in files.</summary>
public enum CycleStanding
{
    /// <summary>Done on or before the due date: above and below the line.</summary>
    OnTime,

    /// <summary>Done after the due date: below the line only.</summary>
    LateDone,

    /// <summary>The due date is past and it is not done: below the line only.</summary>
    LateOpen,

    /// <summary>It was not done by the due date, and is owed no more: below the line only.</summary>
    LateOver,

    /// <summary>The due date is today or ahead, and it is not done: it counts nowhere yet.</summary>
    NotYetDue,

    /// <summary>It counts nowhere.</summary>
    LeftOut,

    /// <summary>No due date can be given; a problem of its own says why. It counts nowhere.</summary>
    NoDueDate,
}
