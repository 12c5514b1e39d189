namespace Notifier.PlanDates;

/// <summary>Who answers when a case manager's duty stays open.</summary>
public enum EscalationTarget
{
    Supervisor,

    /// <summary><c>policies.contactEmail</c>.</summary>
    District,
}
