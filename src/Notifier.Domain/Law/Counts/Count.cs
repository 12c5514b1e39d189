namespace Notifier.Law.Counts;

/// <summary>
/// How a date follows from plan dates, as the law files write it. Pure data: nothing here knows a calendar or a plan.
/// </summary>
public abstract record Count;
