namespace Notifier.Reminders;

/// <summary>What a ladder in JSON says: its steps, or everything that is wrong with it.</summary>
public sealed record LadderReading
{
    /// <summary>Empty when there is any problem: a ladder is taken whole or not at all.</summary>
    public required IReadOnlyList<LadderStep> Steps { get; init; }

    public required IReadOnlyList<LadderProblem> Problems { get; init; }
}
