using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>A schedule change that cannot be told as it is; its author must mend it.</summary>
public sealed class ScheduleChangeException(IReadOnlyList<ScheduleChangeProblem> problems)
    : Exception("The schedule change cannot be told. " + string.Join(" ", problems))
{
    public IReadOnlyList<ScheduleChangeProblem> Problems { get; } = problems;
}
