using NodaTime;
using Notifier.DueDates;
using Notifier.DueDates.Explaining;

namespace Notifier.Domain.Tests.DueDates;

/// <summary>Counts a due date again from its trace alone: no calendar, no law file.</summary>
internal static class TraceReplay
{
    /// <summary>The date the trace leads to; null when it stops at a missing school year.</summary>
    public static LocalDate? Of(ExplainedDueDate explained)
    {
        LocalDate? result = null;
        foreach (var step in explained.Trace.Steps)
        {
            result = step switch
            {
                ClockStarted started => started.On,
                DaysCounted counted => Recount(counted),
                SpanAdded span => Same(span.From.PlusMonths(span.Months).PlusDays(span.Days), span.To),
                HoursCounted hours => hours.To,
                MarkTaken mark => mark.On,
                ClocksCompared compared => Chosen(compared),
                DateAgreed agreed => agreed.On,
                CountStopped => null,
                _ => result,
            };
        }

        return result;
    }

    private static LocalDate Recount(DaysCounted step)
    {
        var by = step.Backward ? -1 : 1;
        var day = step.From;
        for (var left = step.Number; left > 0;)
        {
            day = day.PlusDays(by);
            if (!step.Skipped.Any(skipped => skipped.First <= day && day <= skipped.Last))
            {
                left--;
            }
        }

        return Same(day, step.To);
    }

    private static LocalDate? Chosen(ClocksCompared step)
    {
        if (step.Dates.Any(date => date is null))
        {
            return step.Result;
        }

        return Same((step.Earliest ? step.Dates.Min() : step.Dates.Max())!.Value, step.Result!.Value);
    }

    private static LocalDate Same(LocalDate replayed, LocalDate said)
    {
        Assert.Equal(replayed, said);
        return replayed;
    }
}
