using Microsoft.Azure.Functions.Worker;
using Notifier.Application.PlanDates;
using UseCase = Notifier.Application.DueDates.RefreshDueDates;

namespace Notifier.Functions;

/// <summary>Plan dates to obligations to due dates to agenda, for a student of whom something changed.</summary>
public sealed class RefreshDueDates(UseCase useCase)
{
    [Function(nameof(RefreshDueDates))]
    public Task Run(
        [ServiceBusTrigger("%PlanChangesQueue%", Connection = Connections.ServiceBus)] byte[] body,
        CancellationToken cancellationToken) =>
        useCase.RunAsync(PlanChange.FromBody(body), cancellationToken);
}
