namespace Notifier.Application.Problems;

/// <summary>What needs a person.</summary>
public enum ProblemKind
{
    /// <summary>A due date cannot be computed from what is on record.</summary>
    DueDateUnknown,

    /// <summary>Somebody who must be told cannot be reached.</summary>
    RecipientUnreachable,

    /// <summary>A notice could be sent to a person over no channel: each one failed.</summary>
    NoticeNotSent,

    /// <summary>A notice cannot be put into words: something it needs is not on record.</summary>
    NoticeNotComposed,

    /// <summary>It could not be found out whether a notice was sent.</summary>
    OutcomeUnknown,

    /// <summary>A family was told of a meeting that has moved, changed its time or place, or is gone.</summary>
    MeetingMoved,

    /// <summary>Rows of the district's folder were wrong and left out.</summary>
    RowsLeftOut,

    /// <summary>A plan on record is no longer in the district's folder, and nothing says that it ended.</summary>
    PlanGone,

    /// <summary>Dates of a plan cannot all be right.</summary>
    DatesContradict,

    /// <summary>A plan lacks the dates from which its duties are counted.</summary>
    DatesMissing,

    /// <summary>An address of a family cannot be used any more.</summary>
    ContactBroken,

    /// <summary>A text came from a number nobody was texted at.</summary>
    ReplyFromStranger,

    /// <summary>Reminders of some days were never raised.</summary>
    DaysNotRun,

    /// <summary>A provider refuses the district's account or sender: nothing goes out over that channel.</summary>
    ProviderRefuses,

    /// <summary>Today's run did not finish by its hour.</summary>
    RunNotFinished,

    /// <summary>The texts of this evening do not fit through the sender before the allowed hours end.</summary>
    EveningTooFull,
}
