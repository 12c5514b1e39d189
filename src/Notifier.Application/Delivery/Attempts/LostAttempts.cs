using Notifier.Application.Delivery.Reach;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Attempts;

/// <summary>
/// Gathers what a provider can be asked by. The ledger keeps neither address nor words: the address is found among those
/// on file by its hash.
/// </summary>
public sealed class LostAttempts(
    AttemptIndex index, StudentFiles students, DistrictFiles districts, IDeliveryChannel channel, DeliverySettings settings)
{
    /// <summary>What the provider has of an attempt; unknown, too, when it does not answer in the time of an attempt.</summary>
    public async Task<DeliveryOutcome> FindAsync(OpenAttemptRow place, NoticeRow row, CancellationToken cancellationToken)
    {
        var attempt = await OfAsync(place, row, cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.LookTimeOut.ToTimeSpan());
        try
        {
            return await channel.FindAsync(attempt, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return DeliveryOutcome.Unknown("the provider did not answer when it was asked");
        }
    }

    private async Task<LostAttempt> OfAsync(OpenAttemptRow place, NoticeRow row, CancellationToken cancellationToken) =>
        new()
        {
            AttemptId = place.AttemptId,
            Channel = row.Channel,
            Address = await AddressAsync(row, cancellationToken),
            TextHash = row.TextHash,
            StartedAt = row.AttemptedAt ?? place.StartedAt,
            ClaimAsync = (providerId, stop) => index.ClaimAsync(providerId, place.AttemptId, stop),
        };

    private async Task<string> AddressAsync(NoticeRow row, CancellationToken cancellationToken)
    {
        var student = await students.GetAsync(row.DistrictId, row.StudentId, cancellationToken);
        var district = await districts.GetAsync(row.DistrictId, cancellationToken);
        return Addresses(row.Channel, student?.Contacts ?? [], district?.Staff ?? [])
            .FirstOrDefault(one => one.Length > 0 && Suppressions.HashOf(row.Channel, one) == row.AddressHash) ?? "";
    }

    private static IEnumerable<string> Addresses(
        Channel channel, IReadOnlyList<Contact> contacts, IReadOnlyList<StaffMember> staff) =>
        channel == Channel.Sms
            ? [.. contacts.Select(one => one.Phone), .. staff.Select(one => one.Phone)]
            : [.. contacts.Select(one => one.Email), .. staff.Select(one => one.Email)];
}
