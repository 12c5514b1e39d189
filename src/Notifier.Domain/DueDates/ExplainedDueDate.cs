namespace Notifier.DueDates;

/// <summary>A due date with the reasons a person needs to check it by hand against a wall calendar.</summary>
public sealed record ExplainedDueDate
{
    public required DueDate DueDate { get; init; }

    /// <summary>Full sentences in plain English, in the order of the counting.</summary>
    public required IReadOnlyList<string> Why { get; init; }
}
