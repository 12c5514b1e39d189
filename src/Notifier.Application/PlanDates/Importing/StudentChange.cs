namespace Notifier.Application.PlanDates.Importing;

/// <summary>What an import means for one student.</summary>
internal sealed record StudentChange
{
    public required string StudentId { get; init; }

    /// <summary>As stored; null: not stored, or gone before.</summary>
    public required StudentFile? Before { get; init; }

    /// <summary>As it shall stand; null: nothing of the student stays.</summary>
    public required StudentFile? After { get; init; }

    /// <summary>The JSON of <see cref="After"/>; empty when it is null.</summary>
    public required string Content { get; init; }

    public required StudentRow? Row { get; init; }

    /// <summary>The folder no longer names the student.</summary>
    public bool IsGone { get; init; }
}
