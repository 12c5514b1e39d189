using Microsoft.Azure.Functions.Worker;
using Notifier.Application.ScheduleChanges;
using UseCase = Notifier.Application.ScheduleChanges.AnnounceShard;

namespace Notifier.Functions;

/// <summary>One shard of the students whom a schedule change concerns.</summary>
public sealed class AnnounceShard(UseCase useCase)
{
    [Function(nameof(AnnounceShard))]
    public Task Run(
        [ServiceBusTrigger("%ChangeShardsQueue%", Connection = Connections.ServiceBus)] byte[] body,
        CancellationToken cancellationToken) =>
        useCase.RunAsync(ChangeShard.Read(body), cancellationToken);
}
