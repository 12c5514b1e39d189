namespace Notifier.Application.PlanDates;

/// <summary>What becomes of a row with a problem; written in camel case in files.</summary>
public enum ProblemSeverity
{
    /// <summary>Nothing is wrong, but something is not as one might expect.</summary>
    Notice,

    /// <summary>The row is kept, and somebody should look at it.</summary>
    Warning,

    /// <summary>The row is left out and stands in the rejects file.</summary>
    Rejected,

    /// <summary>Nothing of the folder can be imported until this is mended.</summary>
    Fatal,
}
