using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>A schedule change as its author wrote it, as far as it could be read.</summary>
/// <param name="Change">A field that could not be read is as if it were not there.</param>
/// <param name="Problems">Of the fields that could not be read; empty: none.</param>
public sealed record ScheduleChangeReading(ScheduleChange Change, IReadOnlyList<ScheduleChangeProblem> Problems)
{
    /// <summary>Whether these fields are as the author wrote them: on others nothing can be said.</summary>
    public bool Knows(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (IsUnread(field))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What was found with the fields that could be read, behind what could not be.</summary>
    public IReadOnlyList<ScheduleChangeProblem> With(IEnumerable<ScheduleChangeProblem> found) =>
        [.. Problems, .. found.Where(one => !IsUnread(one.Field))];

    private bool IsUnread(string field) => Problems.Any(problem => problem.Field == field);
}
