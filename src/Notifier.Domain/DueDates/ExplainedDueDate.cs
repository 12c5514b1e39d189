using Notifier.DueDates.Explaining;

namespace Notifier.DueDates;

/// <summary>A due date with the reasons a person needs to check it by hand against a wall calendar.</summary>
public sealed record ExplainedDueDate
{
    public required DueDate DueDate { get; init; }

    /// <summary>Full sentences in plain English, in the order of the counting.</summary>
    public required IReadOnlyList<string> Why { get; init; }

    /// <summary>The same steps as data: the date can be counted again from them without the calendar.</summary>
    public required DueDateTrace Trace { get; init; }
}
