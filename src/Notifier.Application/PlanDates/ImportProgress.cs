namespace Notifier.Application.PlanDates;

/// <summary>How far an import has come, for a terminal.</summary>
public sealed record ImportProgress(ImportStep Step, int Students);
