using Microsoft.Azure.Functions.Worker;
using Notifier.Application.ScheduleChanges;
using UseCase = Notifier.Application.ScheduleChanges.AnnounceScheduleChange;

namespace Notifier.Functions;

/// <summary>A day that will not follow the routine: to everybody whom the change concerns.</summary>
public sealed class AnnounceScheduleChange(UseCase useCase)
{
    [Function(nameof(AnnounceScheduleChange))]
    public Task Run(
        [ServiceBusTrigger("%ScheduleChangesQueue%", Connection = Connections.ServiceBus)] byte[] body,
        CancellationToken cancellationToken) =>
        useCase.RunAsync(ScheduleChangeText.Read(body), cancellationToken);
}
