using Microsoft.Azure.Functions.Worker;
using UseCase = Notifier.Application.Summaries.SendWeeklySummaries;

namespace Notifier.Functions;

/// <summary>Ten minutes past every hour: the summaries of the week, for the districts whose summary day's run hour has come.</summary>
public sealed class SendWeeklySummaries(UseCase useCase)
{
    [Function(nameof(SendWeeklySummaries))]
    public Task Run([TimerTrigger("%SendWeeklySummariesSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        useCase.RunAsync(cancellationToken);
}
