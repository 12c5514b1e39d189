using Notifier.Calendars;
using Notifier.DueDates.Duties;
using Notifier.Law;
using Notifier.Law.Counts;
using Notifier.PlanDates;

namespace Notifier.DueDates.Counting;

/// <summary>Turns the counts of the law files into nodes, with the district's choices built in.</summary>
internal sealed class CountCompiler(StateLaw law, District district, Func<ObligationId, ObligationClock?> clockOf)
{
    private readonly DistrictPolicies policies = district.Policies;

    public CountNode Compile(Count count) => count switch
    {
        RecordedDate { Since: null } date => new LatestNode(date.Kind),
        RecordedDate date => new SinceNode(date.Kind, Compile(date.Since), date.First, date.Saying),
        DayCount days => Days(days),
        BirthDate => new BirthDateNode(),
        ReevaluationStart start => new ReevaluationStartNode(Clocks, start.IgnoreWaiver),
        FirstRecorded first => new FirstRecordedNode([.. first.Options.Select(Compile)]),
        DueDateOf other => new DueDateOfNode(() => clockOf(other.Obligation)),
        HoursBefore hours => new HoursBeforeNode(hours.Hours, district.TimeZone, Compile(hours.From)),
        YearsAndMonths span => new YearsAndMonthsNode(span.Years, span.Months, span.Backward, Compile(span.From)),
        DistrictDays days => DistrictDays(days),
        DistrictMonths months => new AnnualReviewNode(SpanOf(months.Number), Compile(months.From)),
        AnnualReviewAfter review => new AnnualReviewNode(AnnualSpan.Of(policies.AnnualRule), Compile(review.From)),
        ThreeYearsAfter years => new AnnualReviewNode(AnnualSpan.Of(policies.ReevaluationRule), Compile(years.From)),
        EarlierOf earlier => new BestOfNode([.. earlier.Options.Select(Compile)], earliest: true),
        LaterOf later => new BestOfNode([.. later.Options.Select(Compile)], earliest: false),
        NotAfter bounded => new NotAfterNode(Compile(bounded.Counted), Compile(bounded.Limit)),
        ClockFrom clock => new ClockFromNode(Compile(clock.Started), Compile(clock.Counted)),
        Branch branch => new BranchNode(
            [.. branch.Cases.Select(item => new BranchNode.Case([.. item.When.Select(Compile)], Compile(item.Then)))],
            branch.Otherwise is null ? null : Compile(branch.Otherwise)),
        LastSchoolDay last => new LastSchoolDayNode(Compile(last.Of)),
        FirstSchoolDayOfNextYear first => new NextYearNode(1, Compile(first.Of)),
        SchoolDayOfNextYear next => new NextYearNode(next.Number, Compile(next.Of)),
        DayOfYear day => new DayOfYearNode(day.Month, day.Day, Compile(day.InYearOf)),
        OutOfSummer summer => new OutOfSummerNode(Compile(summer.Counted)),
        ComputedDuty duty => ComputedDuties.Make(duty.Name, law, policies),
        _ => throw new NotSupportedException($"{count.GetType().Name} is a count that no node runs."),
    };

    public DayCountNode Days(DayCount days) =>
        new(days.Unit, Ruler(days.Unit, days.Excluding), days.Number, days.Backward, Compile(days.From))
        {
            Absences = days.Absences is { } absences
                ? new AbsenceNode(absences.AtLeast, absences.All, absences.UpTo is null ? null : Compile(absences.UpTo))
                : null,
        };

    private IReadOnlyList<ReevaluationClock> Clocks =>
        law.Own is { ReevaluationClocks.Count: > 0 } own ? own.ReevaluationClocks : law.Federal.ReevaluationClocks;

    private ConditionNode Compile(Condition condition) => condition switch
    {
        SchoolDaysLeft left => new DaysLeftNode(left.Range, Compile(left.On), DayUnit.School),
        CalendarDaysLeft left => new DaysLeftNode(left.Range, Compile(left.On), DayUnit.Calendar),
        BetweenSchoolYears between => new BetweenYearsNode(Compile(between.Date)),
        AbsencesWithin absences => new AbsencesWithinNode(absences.Range, Compile(absences.After), Compile(absences.UpTo)),
        IsBefore before => new IsBeforeNode(Compile(before.Earlier), Compile(before.Later)),
        DetailSays says => new DetailSaysNode(says.Word, Compile(says.Of)),
        IsRecorded recorded => new IsRecordedNode(Compile(recorded.Date)),
        AnyOf any => new AnyOfNode([.. any.Conditions.Select(Compile)]),
        _ => throw new NotSupportedException($"{condition.GetType().Name} is a condition that no node asks."),
    };

    private DayRuler Ruler(DayUnit unit, DayExclusion? excluding) => (unit, excluding) switch
    {
        // A district may leave out the weekend before a long break, too, where the state is silent on it.
        (_, { BreaksOfWeekdays: not null } pauses) => new ExcludingRuler(ExclusionSlot.Of(
            pauses with { LeadingWeekend = pauses.LeadingWeekend || policies.ExcludeLeadingWeekend })),
        (_, { } other) => new ExcludingRuler(ExclusionSlot.Of(other)),
        (DayUnit.School, _) => new SchoolDayRuler(),
        (DayUnit.Business, _) => new BusinessDayRuler(),
        (DayUnit.Weekday, _) => new WeekdayRuler(),
        _ => new CalendarDayRuler(),
    };

    private CountNode DistrictDays(DistrictDays days)
    {
        int? number = days.Number switch
        {
            DistrictNumber.MeetingNoticeDays => policies.MeetingNoticeDays,
            DistrictNumber.Section504EvaluationDays => policies.Section504EvaluationDays,
            _ => throw new NotSupportedException($"{days.Number} is no number of days."),
        };
        return number is { } chosen
            ? new DayCountNode(DayUnit.Calendar, new CalendarDayRuler(), chosen, days.Backward, Compile(days.From))
            : new NeverNode();
    }

    private AnnualSpan SpanOf(DistrictNumber number) => number switch
    {
        DistrictNumber.Section504ReviewMonths => AnnualSpan.Of(policies.AnnualRule, policies.Section504ReviewMonths),
        DistrictNumber.Section504ReevaluationMonths =>
            AnnualSpan.Of(policies.ReevaluationRule, policies.Section504ReevaluationMonths),
        _ => throw new NotSupportedException($"{number} is no number of months."),
    };
}

/// <summary>A count the district has not chosen to make.</summary>
internal sealed class NeverNode : CountNode
{
    public override ulong Needs => 0;

    public override Counted Evaluate(PlanFacts facts) => Counted.NotRecorded;
}
