using Notifier.DueDates.Explaining;

namespace Notifier.DueDates;

/// <summary>Compares two computations of one plan. A due date that only one of them has is no change of date.</summary>
public static class DueDateChanges
{
    /// <summary>The dates that moved, each with the reason its own trace shows.</summary>
    public static IReadOnlyList<DueDateChange> Between(
        IEnumerable<ExplainedDueDate> before, IEnumerable<ExplainedDueDate> after)
    {
        var old = before.ToDictionary(each => Key(each.DueDate));
        return
        [
            .. from now in after
               where old.ContainsKey(Key(now.DueDate))
               let then = old[Key(now.DueDate)]
               where then.DueDate.DueOn != now.DueDate.DueOn
               select Change(then.DueDate, now.DueDate, Reason(then, now)),
        ];
    }

    /// <summary>The dates that moved, all for a reason the caller knows (a new calendar, an imported file).</summary>
    public static IReadOnlyList<DueDateChange> Between(
        IEnumerable<DueDate> before, IEnumerable<DueDate> after, string reason)
    {
        var old = before.ToDictionary(Key);
        return
        [
            .. from now in after
               where old.TryGetValue(Key(now), out var then) && then.DueOn != now.DueOn
               select Change(old[Key(now)], now, reason),
        ];
    }

    private static (string, Law.ObligationId, string) Key(DueDate due) => (due.PlanId, due.Obligation, due.Part);

    private static DueDateChange Change(DueDate then, DueDate now, string reason) => new()
    {
        PlanId = now.PlanId,
        StudentId = now.StudentId,
        Obligation = now.Obligation,
        Part = now.Part,
        OldDueOn = then.DueOn,
        NewDueOn = now.DueOn,
        Reason = reason,
    };

    private static string Reason(ExplainedDueDate then, ExplainedDueDate now)
    {
        if (now.DueDate.Problem is { } problem)
        {
            return problem;
        }

        if (then.DueDate.StartedOn != now.DueDate.StartedOn)
        {
            return $"The clock now starts on {TraceText.Day(now.DueDate.StartedOn)} instead of "
                + $"{TraceText.Day(then.DueDate.StartedOn)}.";
        }

        string[] skipped = [.. Skipped(now).Except(Skipped(then)).Select(day => $"{CountedDays.Words(day)} {CountedDays.Are(day)} now skipped.")];
        string[] counted = [.. Skipped(then).Except(Skipped(now)).Select(day => $"{CountedDays.Words(day)} {CountedDays.Are(day)} no longer skipped.")];
        return skipped.Length + counted.Length > 0
            ? string.Join(' ', skipped.Concat(counted))
            : "The rule, an agreed date or an absence changed: " + string.Join(' ', now.Why);
    }

    private static IEnumerable<SkippedDays> Skipped(ExplainedDueDate due) =>
        due.Trace.Steps.OfType<DaysCounted>().SelectMany(step => step.Skipped)
            .Where(skipped => skipped.Reason != SkipReason.Weekend);
}
