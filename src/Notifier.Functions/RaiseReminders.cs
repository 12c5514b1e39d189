using Microsoft.Azure.Functions.Worker;
using UseCase = Notifier.Application.Reminders.RaiseReminders;

namespace Notifier.Functions;

/// <summary>At every full hour: the shards of the agenda, for the districts whose run hour has come.</summary>
public sealed class RaiseReminders(UseCase useCase)
{
    [Function(nameof(RaiseReminders))]
    public Task Run([TimerTrigger("%RaiseRemindersSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        useCase.RunAsync(cancellationToken);
}
