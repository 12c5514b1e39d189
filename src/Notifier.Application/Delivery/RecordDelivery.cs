namespace Notifier.Application.Delivery;

/// <summary>Takes in what a provider reports about an attempt.</summary>
public sealed class RecordDelivery
{
    public Task RunAsync(DeliveryEvent report, CancellationToken cancellationToken) =>
        throw new NotSupportedException("RecordDelivery lands with the next commits of this branch.");
}
