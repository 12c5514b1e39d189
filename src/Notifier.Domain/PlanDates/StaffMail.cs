namespace Notifier.PlanDates;

/// <summary>How staff hear of due dates and problems; written in camel case in files (<c>digest</c>).</summary>
public enum StaffMail
{
    /// <summary>One mail on the morning of a working day; by itself only what cannot wait for it.</summary>
    Digest,

    /// <summary>One mail for each rung of the ladder and each problem; no digest.</summary>
    Each,
}
