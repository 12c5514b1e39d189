using NodaTime;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery;

/// <summary>What an attempt's answer says beyond its own notice: about the address, and about the district's account.</summary>
public sealed class OutcomeConsequences(
    Suppressions suppressions, BrokenContacts broken, OpenProblem problems, TextPace pace, IClock clock)
{
    /// <summary>Runs before the outcome is recorded, so that the next choice of a channel knows of it.</summary>
    public async Task RunAsync(NoticeRow row, DeliveryOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.EndsAddress)
        {
            await suppressions.SuppressAsync(
                row.DistrictId, row.AddressHash, row.Channel, outcome.Reason, clock.GetCurrentInstant(), cancellationToken);
            await broken.RunAsync(row, outcome.Reason, cancellationToken);
        }

        if (outcome.RetryAfter is { } wait && row.Channel == Channel.Sms)
        {
            await pace.HoldAsync(clock.GetCurrentInstant() + wait, cancellationToken);
        }

        if (outcome.NeedsSetup)
        {
            await problems.RunAsync(Refused(row, outcome), cancellationToken);
        }
    }

    private static Problem Refused(NoticeRow row, DeliveryOutcome outcome) =>
        new()
        {
            ProblemId = VisibleProblems.IdOf(
                ProblemKind.ProviderRefuses, row.DistrictId, row.Channel.ToString(), outcome.Reason),
            DistrictId = row.DistrictId,
            Kind = ProblemKind.ProviderRefuses,
            What = $"The provider refuses everything by {row.Channel}: {outcome.Reason}.",
            Remedy = "Mend the account, its key or its sender at the provider, or the settings that name them; "
                + "what waits is tried again by itself while it is of use.",
        };
}
