using NodaTime.Text;
using Notifier.Application.PlanDates;
using Notifier.DueDates;

namespace Notifier.Cli.Output;

/// <summary>One entry of <c>due --format json</c>. Other programs read it: names, order and nulls are a contract.</summary>
public sealed record DueDateEntry(
    string PlanId,
    string StudentId,
    string Obligation,
    string StartedOn,
    string? DueOn,
    string? LastPracticalDay,
    string Status,
    string? MetOn,
    IReadOnlyList<string> Law,
    IReadOnlyList<string> Why)
{
    public static DueDateEntry Of(ExplainedDueDate explained)
    {
        var due = explained.DueDate;
        return new(
            due.PlanId,
            due.StudentId,
            due.Obligation.Value,
            LocalDatePattern.Iso.Format(due.StartedOn),
            due.DueOn is { } dueOn ? LocalDatePattern.Iso.Format(dueOn) : null,
            due.LastPracticalDay is { } day ? LocalDatePattern.Iso.Format(day) : null,
            FileWords.Of(due.Status),
            due.MetOn is { } metOn ? LocalDatePattern.Iso.Format(metOn) : null,
            [.. due.Law.Select(citation => citation.Text)],
            due.DueOn is null && due.Problem is { } problem && !explained.Why.Contains(problem)
                ? [problem, .. explained.Why]
                : explained.Why);
    }
}
