using Notifier.DueDates.Counting;

namespace Notifier.DueDates.Duties;

/// <summary>Progress on annual goals is reported on the calendar's report dates (34 CFR 300.320(a)(3)(ii)).</summary>
internal sealed class ProgressReport : CountNode
{
    public override ulong Needs => Always;

    public override Counted Evaluate(PlanFacts facts)
    {
        if (facts.Calendar.ReportOnOrAfter(facts.AsOf, out var previous) is not { } due)
        {
            const string None =
                "The calendar names no report date: add progressReportDue or gradingPeriodEnd rows to it.";
            facts.Trace?.Stopped(None);
            return Counted.Unfinished(facts.AsOf, int.MinValue, None);
        }

        facts.Trace?.StartedAt("the report date of the calendar", due);
        return Counted.On(due).StartedOn(previous ?? due);
    }
}
