using Notifier.PlanDates;

namespace Notifier.Application.PlanDates;

/// <summary>A plan and its dates inside <see cref="StoredStudent"/>.</summary>
internal sealed record StoredPlan
{
    public required Plan Plan { get; init; }

    public required IReadOnlyList<PlanDate> Dates { get; init; }
}
