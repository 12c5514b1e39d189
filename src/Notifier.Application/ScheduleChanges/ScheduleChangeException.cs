using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>A schedule change that cannot be told as it is; its author must mend it.</summary>
/// <remarks>The message goes to logs and set-aside queues: it quotes nothing of a summary, where a name may stand.</remarks>
public sealed class ScheduleChangeException(IReadOnlyList<ScheduleChangeProblem> problems)
    : Exception("The schedule change cannot be told. " + string.Join(" ", problems.Select(Quoting)))
{
    public IReadOnlyList<ScheduleChangeProblem> Problems { get; } = problems;

    private static string Quoting(ScheduleChangeProblem problem) =>
        problem.Field.StartsWith("summary", StringComparison.Ordinal) || problem.Field == "meant" ? $"{problem.Field}: {problem.Remedy}." : problem.ToString();
}
