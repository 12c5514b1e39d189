using Notifier.Law;
using Notifier.Obligations;

namespace Notifier.DueDates.Rates;

/// <summary>A duty whose on-time rate is told, of plans under IDEA or under Section 504.</summary>
/// <param name="Obligation">The duty.</param>
/// <param name="IsSection504">The number of days is then the district's own.</param>
public readonly record struct RatedDuty(ObligationId Obligation, bool IsSection504)
{
    /// <summary>Initial evaluations under IDEA: Part B indicator 11 of the SPP/APR (child find).</summary>
    public static RatedDuty Indicator11 { get; } = new(ObligationIds.InitialEvaluation, IsSection504: false);

    /// <summary>In the order in which they are told.</summary>
    public static IReadOnlyList<RatedDuty> All { get; } =
    [
        new(ObligationIds.AnnualReview, IsSection504: false),
        new(ObligationIds.Reevaluation, IsSection504: false),
        Indicator11,
        new(ObligationIds.AnnualReview, IsSection504: true),
        new(ObligationIds.Reevaluation, IsSection504: true),
        new(ObligationIds.InitialEvaluation, IsSection504: true),
    ];

    /// <summary>As people say it in the plural: <c>annual reviews</c>.</summary>
    public string Name => (Obligation == ObligationIds.AnnualReview ? "annual reviews"
        : Obligation == ObligationIds.Reevaluation ? "re-evaluations" : "initial evaluations")
        + (IsSection504 ? " (504)" : this == Indicator11 ? " (indicator 11)" : "");

    /// <summary>For files: the obligation's id, with <c>-504</c> behind it for a 504 plan.</summary>
    public string Id => Obligation.Value + (IsSection504 ? "-504" : "");
}
