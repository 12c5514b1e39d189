using Notifier.Application.PlanDates;

namespace Notifier.Application.DueDates;

/// <summary>Plan dates to obligations to due dates to agenda, for one student.</summary>
public sealed class RefreshDueDates
{
    public Task RunAsync(PlanChange change, CancellationToken cancellationToken) =>
        throw new NotSupportedException("RefreshDueDates lands with the next commits of this branch.");
}
