using Microsoft.Azure.Functions.Worker;
using UseCase = Notifier.Application.Delivery.Receipts.RecordDelivery;

namespace Notifier.Functions;

/// <summary>What a provider or a recipient answered: state, evidence, another channel.</summary>
public sealed class RecordDelivery(UseCase useCase)
{
    [Function(nameof(RecordDelivery))]
    public Task Run(
        [ServiceBusTrigger("%DeliveryEventsQueue%", Connection = Connections.ServiceBus)] byte[] body,
        CancellationToken cancellationToken) =>
        useCase.RunAsync(body, cancellationToken);
}
