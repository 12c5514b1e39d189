namespace Notifier.Application.PlanDates;

/// <summary>Files about the district itself of which rows were rejected.</summary>
public sealed record RejectedFiles(bool Calendar, bool Schools, bool Staff);
