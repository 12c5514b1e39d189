using Microsoft.Azure.Functions.Worker;
using Notifier.Application.Reminders;
using UseCase = Notifier.Application.Reminders.RaiseShard;

namespace Notifier.Functions;

/// <summary>One shard of a district's run: agenda to notices due.</summary>
public sealed class RaiseShard(UseCase useCase)
{
    [Function(nameof(RaiseShard))]
    public Task Run(
        [ServiceBusTrigger("%AgendaShardsQueue%", Connection = Connections.ServiceBus)] byte[] body,
        CancellationToken cancellationToken) =>
        useCase.RunAsync(AgendaShard.Read(body), cancellationToken);
}
