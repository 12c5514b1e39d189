using Microsoft.Azure.Functions.Worker;
using UseCase = Notifier.Application.Delivery.Receipts.ReconcileDeliveries;

namespace Notifier.Functions;

/// <summary>Every five minutes: the attempts whose outcome is unknown.</summary>
public sealed class ReconcileDeliveries(UseCase useCase)
{
    [Function(nameof(ReconcileDeliveries))]
    public Task Run([TimerTrigger("%ReconcileDeliveriesSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        useCase.RunAsync(cancellationToken);
}
