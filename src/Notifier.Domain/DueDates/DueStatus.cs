namespace Notifier.DueDates;

/// <summary>Where an obligation stands on a given day; written in camel case in files (<c>metLate</c>).</summary>
public enum DueStatus
{
    /// <summary>The due date is past and nothing shows that the duty was met.</summary>
    Overdue,

    /// <summary>Open, and the due date is today or within the district's <c>dueSoonDays</c>.</summary>
    Due,

    /// <summary>Open, and further away.</summary>
    Upcoming,

    /// <summary>Met on or before the due date.</summary>
    Met,

    /// <summary>Met after the due date.</summary>
    MetLate,

    /// <summary>The clock was ended: the student exited, or consent was withdrawn or revoked.</summary>
    NotOwed,
}
