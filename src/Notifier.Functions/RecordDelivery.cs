using Microsoft.Azure.Functions.Worker;
using Notifier.Application.Delivery;
using RecordReply = Notifier.Application.Delivery.Replies.RecordReply;
using UseCase = Notifier.Application.Delivery.RecordDelivery;

namespace Notifier.Functions;

/// <summary>What a provider or a recipient answered: state, evidence, another channel.</summary>
public sealed class RecordDelivery(UseCase useCase, RecordReply replies)
{
    [Function(nameof(RecordDelivery))]
    public Task Run(
        [ServiceBusTrigger("%DeliveryEventsQueue%", Connection = Connections.ServiceBus)] byte[] body,
        CancellationToken cancellationToken) =>
        InboundReply.IsIn(body)
            ? replies.RunAsync(InboundReply.Read(body), cancellationToken)
            : useCase.RunAsync(DeliveryEvent.Read(body), cancellationToken);
}
