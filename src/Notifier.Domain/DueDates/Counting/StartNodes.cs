using Notifier.Calendars;
using Notifier.Law;

namespace Notifier.DueDates.Counting;

/// <summary>The latest date of a kind on record.</summary>
internal sealed class LatestNode(PlanDateKind kind) : CountNode
{
    public override ulong Needs { get; } = Bit(kind);

    public override PlanDateKind? StartKind => kind;

    public override Counted Evaluate(PlanFacts facts)
    {
        if (!facts.Has(kind))
        {
            return Counted.NotRecorded;
        }

        var day = facts.Latest(kind);
        facts.Trace?.Started(kind, day);
        return Counted.On(day);
    }
}

/// <summary>
/// The latest, or the earliest, date of a kind strictly after another date; with a word, only of those whose detail
/// contains it.
/// </summary>
internal sealed class SinceNode(PlanDateKind kind, CountNode since, bool first, string saying) : CountNode
{
    public override ulong Needs { get; } = Bit(kind);

    public override PlanDateKind? StartKind => kind;

    public override Counted Evaluate(PlanFacts facts)
    {
        if (!facts.Has(kind))
        {
            return Counted.NotRecorded;
        }

        var mark = facts.Trace?.Mark();
        var bound = since.Evaluate(facts);
        facts.Trace?.Forget(mark!.Value);
        var after = bound.IsFound ? bound.Day : int.MinValue;
        if (Find(facts, after) is not { } day)
        {
            return Counted.NotRecorded;
        }

        facts.Trace?.Started(kind, day);
        return Counted.On(day);
    }

    private int? Find(PlanFacts facts, int after)
    {
        if (saying.Length == 0)
        {
            return first
                ? facts.FirstWithin(Bit(kind), after, int.MaxValue)
                : facts.LatestWithin(kind, after, int.MaxValue);
        }

        int? found = null;
        foreach (var (day, detail) in facts.Rows(kind))
        {
            if (day > after && detail.Contains(saying, StringComparison.OrdinalIgnoreCase)
                && (found is null || day < found == first))
            {
                found = day;
            }
        }

        return found;
    }
}

/// <summary>The student's birth date.</summary>
internal sealed class BirthDateNode : CountNode
{
    public override ulong Needs => Always;

    public override Counted Evaluate(PlanFacts facts)
    {
        var day = DayNumber.Of(facts.Record.Student.BirthDate);
        facts.Trace?.StartedAt("the student's birth date", day);
        return Counted.On(day);
    }
}

/// <summary>The first of several counts whose start is on record.</summary>
internal sealed class FirstRecordedNode(CountNode[] options) : CountNode
{
    public override ulong Needs { get; } = options.Aggregate(0UL, (mask, option) => mask | option.Needs);

    public override PlanDateKind? StartKind => options[0].StartKind;

    public override Counted Evaluate(PlanFacts facts)
    {
        foreach (var option in options)
        {
            var counted = option.Evaluate(facts);
            if (!counted.IsNotRecorded)
            {
                return counted;
            }
        }

        return Counted.NotRecorded;
    }
}
