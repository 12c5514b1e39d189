using NodaTime;
using Notifier.Calendars;
using Notifier.DueDates.Counting;
using Notifier.DueDates.Explaining;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.DueDates;

/// <summary>Every due date of a plan, by the law of one state and the policies of one district.</summary>
/// <remarks>Made once per district, used for all its plans from any number of threads.</remarks>
public sealed class DueDateCalculator
{
    [ThreadStatic]
    private static PlanFacts? reusedFacts;

    [ThreadStatic]
    private static List<DueDate>? reusedList;

    private readonly DueDateMaker[][] makers;

    // Beside the makers, so that the many that do not concern a plan are passed over without being touched.
    private readonly ulong[][] needs;

    /// <exception cref="ArgumentException">A policy of the district is looser than the law; the message cites it.</exception>
    public DueDateCalculator(StateLaw law, District district)
    {
        ClockTable[] tables = [.. Enum.GetValues<PlanKind>().Select(kind => new ClockTable(law, district, kind))];
        StricterPolicy.RefuseUnused(tables, law, district);
        makers =
        [
            .. tables.Select(table => table.All
                .Select(clock => new DueDateMaker(clock, district.Policies.DueSoonDays)).ToArray()),
        ];
        needs = [.. makers.Select(each => each.Select(maker => maker.Needs).ToArray())];
    }

    /// <summary>The due dates of a plan, in the order of the obligation catalog.</summary>
    /// <param name="plan">The plan with all dates on record, in any order.</param>
    /// <param name="calendar">The calendar of the student's building.</param>
    /// <param name="asOf">The day whose view is asked for: it decides statuses and current cycles.</param>
    public IReadOnlyList<DueDate> Calculate(PlanRecord plan, SchoolCalendar calendar, LocalDate asOf)
    {
        var facts = reusedFacts ??= new PlanFacts();
        var found = reusedList ??= new List<DueDate>(32);
        // Whatever a failed call left behind belongs to another student.
        found.Clear();
        facts.Load(plan, calendar, DayNumber.Of(asOf));
        facts.Trace = null;
        var kind = (int)plan.Plan.Kind;
        var waiting = needs[kind];
        for (var index = 0; index < waiting.Length; index++)
        {
            if ((waiting[index] & facts.Present) != 0)
            {
                makers[kind][index].AddTo(found, facts);
            }
        }

        var dueDates = found.ToArray();
        found.Clear();
        return dueDates;
    }

    /// <summary>The same due dates, each with its reasons.</summary>
    /// <param name="plan">The plan with all dates on record, in any order.</param>
    /// <param name="calendar">The calendar of the student's building.</param>
    /// <param name="asOf">The day whose view is asked for.</param>
    /// <param name="only">The one obligation to explain; null: all.</param>
    public IReadOnlyList<ExplainedDueDate> Explain(
        PlanRecord plan, SchoolCalendar calendar, LocalDate asOf, ObligationId? only = null)
    {
        var facts = new PlanFacts();
        var found = new List<DueDate>();
        var explained = new List<ExplainedDueDate>();
        facts.Load(plan, calendar, DayNumber.Of(asOf));
        foreach (var maker in makers[(int)plan.Plan.Kind].Where(maker => only is null || maker.Obligation == only))
        {
            var trace = new TraceKeeper(facts);
            facts.Trace = trace;
            found.Clear();
            maker.AddTo(found, facts);
            explained.AddRange(found.Select((dueDate, index) => Explained(dueDate, trace.Finished[index])));
        }

        return explained;
    }

    private static ExplainedDueDate Explained(DueDate dueDate, DueDateTrace trace) => new()
    {
        DueDate = dueDate,
        Trace = trace,
        Why = [.. WhyWriter.Sentences(trace.Steps), .. StandingWords.Of(dueDate)],
    };
}
