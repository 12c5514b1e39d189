using NodaTime;
using Notifier.Application.Delivery.Paces;
using Notifier.Application.Delivery.Reach;
using Notifier.Delivery;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Attempts;

/// <summary>What an attempt's answer says beyond its own notice: about the address, and about the district's account.</summary>
public sealed class OutcomeConsequences(
    Suppressions suppressions, BrokenContacts broken, ProviderRefusals refusals, TextPace pace, IClock clock)
{
    /// <summary>Runs before the outcome is recorded, so that the next choice of a channel knows of it.</summary>
    /// <param name="row">The notice as it was attempted.</param>
    /// <param name="outcome">What is certain now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="inReport">Found out after the attempt's own answer.</param>
    public async Task RunAsync(
        NoticeRow row, DeliveryOutcome outcome, CancellationToken cancellationToken, bool inReport = false)
    {
        if (outcome.EndsAddress)
        {
            // What is found out late held when it was tried: who asked for texts since then has had the last word.
            var since = inReport ? row.AttemptedAt ?? clock.GetCurrentInstant() : clock.GetCurrentInstant();
            await suppressions.SuppressAsync(
                row.DistrictId, row.AddressHash, row.Channel, outcome.Reason, since, cancellationToken);
            await broken.RunAsync(row, outcome.Reason, cancellationToken);
        }

        if (outcome.RetryAfter is { } wait && row.Channel == Channel.Sms)
        {
            await pace.HoldAsync(clock.GetCurrentInstant() + wait, cancellationToken);
        }

        if (outcome.NeedsSetup)
        {
            await refusals.RefusedAsync(row, outcome.Reason, inReport, cancellationToken);
        }
        else if (outcome.Kind is DeliveryOutcomeKind.Accepted or DeliveryOutcomeKind.Delivered)
        {
            await refusals.TookAsync(row, arrived: outcome.Kind == DeliveryOutcomeKind.Delivered, cancellationToken);
        }
    }
}
