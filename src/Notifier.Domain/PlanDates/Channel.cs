namespace Notifier.PlanDates;

/// <summary>A way to reach a person.</summary>
public enum Channel
{
    Email,
    Sms,
}
