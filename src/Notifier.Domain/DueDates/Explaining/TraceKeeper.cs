using NodaTime;
using Notifier.Calendars;
using Notifier.DueDates.Counting;
using Notifier.Law;
using Notifier.Law.Counts;
using Notifier.Obligations;

namespace Notifier.DueDates.Explaining;

/// <summary>Keeps the steps of one count. Absent on the fast path; counting is the same with and without it.</summary>
internal sealed class TraceKeeper(PlanFacts facts)
{
    private readonly List<TraceStep> steps = [];
    private readonly List<DueDateTrace> finished = [];

    /// <summary>One trace for each due date that was made, in that order.</summary>
    public IReadOnlyList<DueDateTrace> Finished => finished;

    /// <summary>Closes the trace of one due date and begins the next.</summary>
    public void Finish()
    {
        finished.Add(new DueDateTrace([.. steps]));
        steps.Clear();
    }

    public int Mark() => steps.Count;

    /// <summary>Drops what was tried after a mark and came to nothing.</summary>
    public void Forget(int mark) => steps.RemoveRange(mark, steps.Count - mark);

    public void Started(PlanDateKind kind, int day) =>
        AddOnce(new ClockStarted(kind, KindWords.Of(kind), DayNumber.ToDate(day)));

    public void StartedAt(string what, int day) => AddOnce(new ClockStarted(null, what, DayNumber.ToDate(day)));

    public void Counted(DayUnit unit, DayRuler ruler, int number, bool backward, int from, int to) => steps.Add(
        new DaysCounted
        {
            Unit = unit,
            Number = number,
            Backward = backward,
            From = DayNumber.ToDate(from),
            To = DayNumber.ToDate(to),
            Skipped = SkippedDayFinder.Between(facts.Calendar, unit, ruler, from, to),
        });

    public void Spanned(int months, int days, int from, int to, string districtRule) =>
        steps.Add(new SpanAdded(months, days, DayNumber.ToDate(from), DayNumber.ToDate(to), districtRule));

    public void HoursBack(int hours, LocalDate meeting, LocalTime? time, LocalDate to, LocalTime? toTime) =>
        steps.Add(new HoursCounted(hours, meeting, time, to, toTime));

    public void Marked(string what, int of, int on) =>
        AddOnce(new MarkTaken(what, DayNumber.ToDate(of), DayNumber.ToDate(on)));

    public void Noted(string sentence) => AddOnce(new FactNoted(sentence));

    public void DaysLeft(DayUnit unit, int left, int from, int last, NumberRange range, bool holds) => Noted(
        $"{left} {(unit == DayUnit.School ? "school" : "calendar")} days are left after {TraceText.Day(from)} up to the last "
        + $"school day of that year, {TraceText.Day(last)}. The rule for {TraceText.Range(range)} days left "
        + $"{(holds ? "applies" : "does not apply")}.");

    public void Absent(int absences, int added, int atLeast, int upTo) => Noted(
        $"The student was absent on {absences} school days up to {TraceText.Day(upTo)}; from {atLeast} on they lengthen the "
        + $"count: {(added == 0 ? "nothing is added" : $"{added} days are added")}.");

    public void Agreed(int day, int? atMostDaysLater) => steps.Add(new DateAgreed(DayNumber.ToDate(day), atMostDaysLater));

    public void Stopped(string problem) => AddOnce(new CountStopped(problem));

    public void Under(CountVersion? version, bool isState)
    {
        if (version is not null)
        {
            steps.Add(new RuleApplied(version.Version, isState));
        }
    }

    /// <summary>How the state's rule stands to the federal one: instead of it, beside it, or alone.</summary>
    public void BesideFederal(CountVersion? own, ObligationEntry entry, CountVersion? federal, bool replaces)
    {
        if (own is null)
        {
            return;
        }

        Noted((federal?.Version, replaces) switch
        {
            (null, _) => $"Federal law names no number for this ({string.Join("; ", entry.Law)}); the state's stands alone.",
            ({ DistrictPolicy: true }, _) => "It stands instead of a number of the district's own.",
            ({ StateOptionCitation: { } option } general, true) =>
                $"It stands instead of the federal count of {general.Citation}, as {option} lets a state do.",
            ({ } general, true) => $"It stands instead of the federal count of {general.Citation}.",
            ({ } general, false) => $"The federal rule, {general.Citation}, runs beside it; where both have started, the earlier date governs.",
        });
    }

    /// <summary>What starts the three years is a rule of its own beside the three years.</summary>
    public void ClockRule(ReevaluationClock clock)
    {
        Noted($"That the three years start from this date follows {clock.Citation}.");
        if (clock.Certainty == Certainty.Verify || clock.ToVerify.Length > 0)
        {
            Noted($"To be verified: {(clock.ToVerify.Length > 0 ? clock.ToVerify : "which date starts the three years.")}");
        }
    }

    public void Transition(TransitionAge age, bool isState, int birthday, int meeting, int step, int due, AnnualSpan span)
    {
        if (isState)
        {
            steps.Add(new RuleApplied(age, isState));
        }

        steps.Add(new FactNoted(TraceText.Transition(age, birthday, meeting, step, due, span)));
        if (step > 0)
        {
            var (months, days) = span.Months == 0 ? (0, step * span.ExtraDays) : (step * span.Months, span.ExtraDays);
            Spanned(months, days, meeting, due, span.RuleName);
        }
    }

    public Comparison BeginComparison() => new(this);

    private void AddOnce(TraceStep step)
    {
        if (!steps.Contains(step))
        {
            steps.Add(step);
        }
    }

    /// <summary>Collects what each of several clocks came to.</summary>
    internal sealed class Comparison(TraceKeeper keeper)
    {
        private readonly List<LocalDate?> dates = [];

        public void Add(Counted counted)
        {
            if (!counted.IsNotRecorded)
            {
                dates.Add(counted.IsFound ? DayNumber.ToDate(counted.Day) : null);
            }
        }

        public void End(Counted result, bool earliest)
        {
            if (dates.Count > 1)
            {
                keeper.steps.Add(new ClocksCompared(
                    dates, result.IsFound ? DayNumber.ToDate(result.Day) : null, earliest));
            }
        }
    }
}
