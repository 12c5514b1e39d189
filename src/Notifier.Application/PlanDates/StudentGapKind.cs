namespace Notifier.Application.PlanDates;

/// <summary>What a district's folder leaves open about a student.</summary>
public enum StudentGapKind
{
    /// <summary>Rows about the student were wrong and left out.</summary>
    RowsLeftOut,

    /// <summary>A plan that is on record is no longer in the folder, and nothing says that it ended.</summary>
    PlanGone,
}
