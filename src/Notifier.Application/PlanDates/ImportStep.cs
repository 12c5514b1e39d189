namespace Notifier.Application.PlanDates;

/// <summary>The steps of an import, in their order.</summary>
public enum ImportStep
{
    /// <summary>The folder is compared with what is stored; nothing is written yet.</summary>
    Comparing,

    /// <summary>Changed students are written and their changes sent.</summary>
    Writing,
}
