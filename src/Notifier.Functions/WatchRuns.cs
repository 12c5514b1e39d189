using Microsoft.Azure.Functions.Worker;
using UseCase = Notifier.Application.Reminders.WatchRuns;

namespace Notifier.Functions;

/// <summary>Ten minutes before every full hour: a run that did not finish becomes a visible problem.</summary>
public sealed class WatchRuns(UseCase useCase)
{
    [Function(nameof(WatchRuns))]
    public Task Run([TimerTrigger("%WatchRunsSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        useCase.RunAsync(cancellationToken);
}
