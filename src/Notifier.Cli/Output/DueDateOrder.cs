using NodaTime;
using Notifier.DueDates;

namespace Notifier.Cli.Output;

/// <summary>By due date, then plan; what has no date comes last. The rest only makes the order the same every time.</summary>
public sealed class DueDateOrder : IComparer<ExplainedDueDate>
{
    public static DueDateOrder Instance { get; } = new();

    public int Compare(ExplainedDueDate? x, ExplainedDueDate? y)
    {
        var (one, other) = (x!.DueDate, y!.DueDate);
        var order = (one.DueOn ?? LocalDate.MaxIsoValue).CompareTo(other.DueOn ?? LocalDate.MaxIsoValue);
        order = order != 0 ? order : string.CompareOrdinal(one.PlanId, other.PlanId);
        order = order != 0 ? order : one.Obligation.CompareTo(other.Obligation);
        order = order != 0 ? order : string.CompareOrdinal(one.Part, other.Part);
        return order != 0 ? order : one.StartedOn.CompareTo(other.StartedOn);
    }
}
