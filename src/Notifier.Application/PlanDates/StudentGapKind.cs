namespace Notifier.Application.PlanDates;

/// <summary>What a district's folder leaves open about a student.</summary>
public enum StudentGapKind
{
    /// <summary>Rows about the student were wrong and left out.</summary>
    RowsLeftOut,

    /// <summary>A planned meeting stands in no row any more, and a row that was left out may be a change of it.</summary>
    MeetingInDoubt,

    /// <summary>A plan that is on record is no longer in the folder, and nothing says that it ended.</summary>
    PlanGone,
}
