using Microsoft.Azure.Functions.Worker;
using Notifier.Application.Delivery;
using UseCase = Notifier.Application.Delivery.SendNotice;

namespace Notifier.Functions;

/// <summary>One reminder whose moment has come: claim, check again, compose, deliver, record.</summary>
public sealed class SendNotice(UseCase useCase)
{
    [Function(nameof(SendNotice))]
    public Task Run(
        [ServiceBusTrigger("%NoticesDueQueue%", Connection = Connections.ServiceBus)] byte[] body,
        CancellationToken cancellationToken) =>
        useCase.RunAsync(NoticeDue.Read(body), cancellationToken);
}
