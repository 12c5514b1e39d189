using Microsoft.Azure.Functions.Worker;
using UseCase = Notifier.Application.Digests.SendStaffDigests;

namespace Notifier.Functions;

/// <summary>At every full hour: the overviews of the day, for the districts whose run hour has come.</summary>
public sealed class SendStaffDigests(UseCase useCase)
{
    [Function(nameof(SendStaffDigests))]
    public Task Run([TimerTrigger("%SendStaffDigestsSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        useCase.RunAsync(cancellationToken);
}
