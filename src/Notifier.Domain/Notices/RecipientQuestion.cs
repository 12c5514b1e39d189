using NodaTime;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Notices;

/// <summary>Everything the choice of recipients depends on.</summary>
public sealed record RecipientQuestion
{
    public required District District { get; init; }

    public required Student Student { get; init; }

    /// <summary>Of this student; others are ignored.</summary>
    public required IReadOnlyList<Contact> Contacts { get; init; }

    /// <summary>Of the whole district.</summary>
    public required IReadOnlyList<StaffMember> Staff { get; init; }

    /// <summary>As in the plan.</summary>
    public required string CaseManagerId { get; init; }

    public required ObligationId Obligation { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>The district's date on which the notice goes out: the student's age and consent count on this day.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What is known to be closed; in any order.</summary>
    public IReadOnlyList<ClosedChannel> Closed { get; init; } = [];
}
