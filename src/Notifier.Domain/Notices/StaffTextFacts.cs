using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>What a text to a member of staff may say: how many duties cannot wait, and nothing of any child.</summary>
public sealed record StaffTextFacts
{
    public required District District { get; init; }

    public required Recipient Recipient { get; init; }

    /// <summary>Of the own plans, overdue.</summary>
    public required int Overdue { get; init; }

    /// <summary>Of the own plans, too late for the notice of the meeting.</summary>
    public required int NoRoom { get; init; }

    /// <summary>Of others' plans, still open after the district's days.</summary>
    public required int Team { get; init; }
}
