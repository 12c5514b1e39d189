using NodaTime;
using Notifier.Law;
using Notifier.Obligations;

namespace Notifier.Notices;

/// <summary>The meeting that is to meet a duty.</summary>
/// <param name="On">Its day: the next one planned, else the last one planned that nobody recorded as held.</param>
/// <param name="IsNoticed">Its notice is on record.</param>
public sealed record PlannedMeeting(LocalDate On, bool IsNoticed)
{
    /// <summary>The day by which its notice had to go out has passed.</summary>
    public bool IsNoticeLate { get; init; }

    /// <summary>Whether a meeting of the team is what meets the duty.</summary>
    public static bool IsFor(ObligationId obligation) =>
        obligation == ObligationIds.AnnualReview || obligation == ObligationIds.InitialIepMeeting
        || obligation == ObligationIds.RequestedMeeting || obligation == ObligationIds.Section504YearMeeting;
}
