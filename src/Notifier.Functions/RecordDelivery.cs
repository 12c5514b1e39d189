using Microsoft.Azure.Functions.Worker;
using Notifier.Application.Delivery;
using Notifier.Application.Queues;
using UseCase = Notifier.Application.Delivery.RecordDelivery;

namespace Notifier.Functions;

/// <summary>What a provider or a recipient answered: state, evidence, another channel.</summary>
public sealed class RecordDelivery(UseCase useCase)
{
    [Function(nameof(RecordDelivery))]
    public Task Run(
        [ServiceBusTrigger(QueueNames.DeliveryEvents, Connection = Connections.ServiceBus)] byte[] body,
        CancellationToken cancellationToken) =>
        useCase.RunAsync(DeliveryEvent.Read(body), cancellationToken);
}
