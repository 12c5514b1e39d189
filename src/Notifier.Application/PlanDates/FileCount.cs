namespace Notifier.Application.PlanDates;

/// <summary>How many rows a file has, its header not counted, and how many of them were rejected.</summary>
public sealed record FileCount(string File, int Rows, int Rejected);
