using Microsoft.Azure.Functions.Worker;
using UseCase = Notifier.Application.Reminders.AuditAgenda;

namespace Notifier.Functions;

/// <summary>
/// Every five minutes of the night, before the school day begins anywhere in the US: agenda against plans, for a share of
/// the students, some at each call.
/// </summary>
public sealed class AuditAgenda(UseCase useCase)
{
    [Function(nameof(AuditAgenda))]
    public Task Run([TimerTrigger("%AuditAgendaSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        useCase.RunAsync(cancellationToken);
}
