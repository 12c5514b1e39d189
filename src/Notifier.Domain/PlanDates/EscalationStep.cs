namespace Notifier.PlanDates;

/// <summary>Who hears of a duty that is still open so many school days after its due date.</summary>
/// <param name="AfterSchoolDays">At least 1; outside school years weekdays count, because clocks run on.</param>
/// <param name="To">Beyond the case manager.</param>
public sealed record EscalationStep(int AfterSchoolDays, EscalationTarget To);
