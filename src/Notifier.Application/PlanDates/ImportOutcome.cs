namespace Notifier.Application.PlanDates;

/// <summary>What became of an import.</summary>
public enum ImportOutcome
{
    /// <summary>Everything good is stored, and every change was sent on.</summary>
    Imported,

    /// <summary>It looked wrong: nothing was stored. <see cref="ImportResult.Suspicions"/> says what; confirming applies it.</summary>
    Held,

    /// <summary>A fatal problem: nothing was stored.</summary>
    Refused,
}
