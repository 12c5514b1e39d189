using FsCheck;
using FsCheck.Fluent;
using Notifier.Calendars;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.Law.Counts;

namespace Notifier.Domain.Tests.DueDates;

public sealed class DueDateProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400);

    [Fact]
    public void Every_trace_replays_to_its_due_date_without_the_calendar() => ForAnyDistrict((district, state) =>
    {
        foreach (var explained in Explain(district, state))
        {
            var due = explained.DueDate;
            Assert.True(
                TraceReplay.Of(explained) == due.DueOn,
                $"{state} {due.Obligation}: {due.DueOn} {due.Problem}\n{string.Join('\n', explained.Trace.Steps)}");
            Assert.All(explained.Why, sentence => Assert.EndsWith(".", sentence));
            Assert.NotEmpty(explained.Why);
        }
    });

    [Fact]
    public void Explaining_never_changes_a_due_date() => ForAnyDistrict((district, state) =>
    {
        var calculator = new DueDateCalculator(StateLaw.For(state), district.District(state));
        var calendar = SchoolCalendar.From(district.Entries, "S1");
        var plan = district.APlan();
        var asOf = district.AnyDay();

        Assert.Equal(
            calculator.Calculate(plan, calendar, asOf), calculator.Explain(plan, calendar, asOf).Select(each => each.DueDate));
    });

    [Fact]
    public void The_order_of_rows_never_matters() => ForAnyDistrict((district, state) =>
    {
        var calculator = new DueDateCalculator(StateLaw.For(state), district.District(state));
        var plan = district.APlan();
        var shuffled = plan with { Dates = district.Shuffled(plan.Dates) };
        var asOf = district.AnyDay();

        Assert.Equal(
            calculator.Calculate(plan, SchoolCalendar.From(district.Entries, "S1"), asOf),
            calculator.Calculate(shuffled, SchoolCalendar.From(district.Shuffled(district.Entries), "S1"), asOf));
    });

    [Fact]
    public void A_closure_moves_school_day_dates_away_from_their_start_and_no_calendar_day_date() => ForAnyDistrict((district, state) =>
    {
        var calculator = new DueDateCalculator(StateLaw.For(state), district.District(state));
        var plan = district.APlan();
        var asOf = district.AnyDay();
        var before = calculator.Calculate(plan, SchoolCalendar.From(district.Entries, "S1"), asOf);
        var after = calculator.Calculate(plan, SchoolCalendar.From([.. district.Entries, district.AClosure()], "S1"), asOf);

        foreach (var (then, now) in before.Zip(after))
        {
            Assert.Equal(then.Obligation, now.Obligation);
            var counts = CountsOf(state, then.Obligation, plan.Plan.Kind).ToArray();
            if (counts.All(CountShape.IsPlainCalendar))
            {
                Assert.Equal(then.DueOn, now.DueOn);
            }
            else if (counts.All(CountShape.IsForwardSchoolOrPlain))
            {
                // No date any more: the count has left the calendar on file, which is later than any date on it.
                Assert.True(now.DueOn is null || now.DueOn >= then.DueOn, $"{then.Obligation} {then.DueOn} {now.DueOn}");
            }
        }
    });

    private static IEnumerable<Count> CountsOf(string state, ObligationId id, PlanKind kind)
    {
        var law = StateLaw.For(state);
        return new[] { law.Federal, law.Own }
            .SelectMany(file => file is not null && file.Obligations.TryGetValue(id, out var versions) ? versions : [])
            .Where(version => version.Concerns(kind)).Select(version => version.Count);
    }

    private static IReadOnlyList<ExplainedDueDate> Explain(RandomDistrict district, string state) =>
        new DueDateCalculator(StateLaw.For(state), district.District(state))
            .Explain(district.APlan(), SchoolCalendar.From(district.Entries, "S1"), district.AnyDay());

    private static void ForAnyDistrict(Action<RandomDistrict, string> holds)
    {
        string[] states = ["US", .. StateLaw.ModelledStates];
        Check.One(Many, Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var district = new RandomDistrict(seed);
            holds(district, states[district.Number(states.Length)]);
        }));
    }
}
