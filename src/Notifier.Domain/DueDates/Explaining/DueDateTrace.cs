namespace Notifier.DueDates.Explaining;

/// <summary>How one due date was counted, step by step.</summary>
public sealed record DueDateTrace(IReadOnlyList<TraceStep> Steps);
