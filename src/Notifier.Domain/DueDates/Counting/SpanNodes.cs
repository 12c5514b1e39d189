using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.DueDates.Counting;

/// <summary>Years and months after or before a date.</summary>
internal sealed class YearsAndMonthsNode(int years, int months, bool backward, CountNode from) : CountNode
{
    private readonly int total = (backward ? -1 : 1) * ((years * 12) + months);

    public override ulong Needs { get; } = from.Needs;

    public override PlanDateKind? StartKind => from.StartKind;

    public override Counted Evaluate(PlanFacts facts)
    {
        var start = from.Evaluate(facts);
        if (!start.IsFound)
        {
            return start;
        }

        var day = DayNumber.PlusMonths(DayNumber.ToDate(start.Day), total);
        facts.Trace?.Spanned(total, 0, start.Day, day, "");
        return start.To(day);
    }
}

/// <summary>"Not less than annually", by the district's annual rule (34 CFR 300.324(b)(1)(i)).</summary>
internal sealed class AnnualReviewNode(AnnualSpan span, CountNode from) : CountNode
{
    public override ulong Needs { get; } = from.Needs;

    public override PlanDateKind? StartKind => from.StartKind;

    public override Counted Evaluate(PlanFacts facts)
    {
        var start = from.Evaluate(facts);
        if (!start.IsFound)
        {
            return start;
        }

        var day = span.After(start.Day, 1);
        facts.Trace?.Spanned(span.Months, span.ExtraDays, start.Day, day, span.RuleName);
        return start.To(day);
    }
}

/// <summary>A number of months that the law leaves open to the rule chosen by the district.</summary>
/// <param name="Months">Of one period; 0 when the period is a fixed number of days.</param>
/// <param name="ExtraDays">Added to the months: the whole period when it is a number of days.</param>
/// <param name="RuleName">As the district's settings write it.</param>
internal sealed record AnnualSpan(int Months, int ExtraDays, string RuleName)
{
    public static AnnualSpan Of(AnnualRule rule, int months = 12) => rule switch
    {
        AnnualRule.DayBefore => new(months, -1, nameof(AnnualRule.DayBefore)),
        AnnualRule.Days364 when months % 12 == 0 => new(0, months / 12 * 364, nameof(AnnualRule.Days364)),
        AnnualRule.Days365 when months % 12 == 0 => new(0, months / 12 * 365, nameof(AnnualRule.Days365)),
        _ => new(months, 0, nameof(AnnualRule.SameDay)),
    };

    public static AnnualSpan Of(ReevaluationRule rule, int months = 36) => rule switch
    {
        ReevaluationRule.DayBefore => new(months, -1, nameof(ReevaluationRule.DayBefore)),
        ReevaluationRule.Days1095 when months % 12 == 0 => new(0, months / 12 * 365, nameof(ReevaluationRule.Days1095)),
        _ => new(months, 0, nameof(ReevaluationRule.SameDay)),
    };

    /// <summary>The end of the n-th period, always from the original date, so that 29 February is not lost.</summary>
    public int After(int day, int n)
    {
        if (Months == 0)
        {
            return day + (n * ExtraDays);
        }

        var date = DayNumber.ToDate(day);
        var end = Months % 12 == 0 ? DayNumber.PlusYears(date, n * Months / 12) : DayNumber.PlusMonths(date, n * Months);
        return end + ExtraDays;
    }
}
