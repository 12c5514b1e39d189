namespace Notifier.Law;

/// <summary>What kind of plan the dates belong to; written <c>iep</c>, <c>504</c> or <c>evaluation</c> in files.</summary>
public enum PlanKind
{
    /// <summary>An individualized education program under IDEA.</summary>
    Iep,

    /// <summary>A plan under Section 504 of the Rehabilitation Act.</summary>
    Section504,

    /// <summary>A child referred for an initial evaluation, not yet found eligible.</summary>
    Evaluation,
}
