namespace Notifier.PlanDates;

/// <summary>Something a plan promises, for example <c>scheduleChangeNotice</c>.</summary>
public sealed record Accommodation(string PlanId, string Kind, string Detail);
