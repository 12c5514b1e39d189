using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.Digests;
using Notifier.Application.DueDates;
using Notifier.Law;
using Notifier.Notices;
using Notifier.Obligations;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Digests;

/// <summary>What a line of the overview rests on: the meeting that is planned, and the start that explain gives. It is Tue 2026-10-13.</summary>
public sealed class DigestLinesTests : DigestTest
{
    private static readonly LocalDate Today = new(2026, 10, 13);

    [Fact]
    public async Task Of_a_duty_of_the_school_year_nothing_is_counted_and_of_a_review_what_explain_counts_from()
    {
        await World.ImportAsync(District(), OakHill.Family(new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2025, 10, 1))));

        var lines = await LinesAsync();

        var handover = Line(lines, ObligationIds.PlanHandover);
        Assert.Equal((new LocalDate(2026, 5, 29), null, "the first day of the school year"), (handover.DueDate.StartedOn, handover.CountedFrom, handover.Marks));
        Assert.Equal(new LocalDate(2025, 10, 1), Line(lines, ObligationIds.AnnualReview).CountedFrom);
        await SameAsExplainAsync(lines);
    }

    [Theory]
    [InlineData("", "none")]
    [InlineData("2026-10-20", "2026-10-20")]
    [InlineData("2026-10-20 noticed", "2026-10-20 noticed")]
    [InlineData("2026-10-09", "2026-10-09")]
    [InlineData("2026-10-09;2026-10-20", "2026-10-20")]
    public async Task A_line_knows_the_meeting_that_is_planned_and_its_notice(string planned, string known)
    {
        var dates = planned.Split(';', StringSplitOptions.RemoveEmptyEntries).SelectMany(one => one.Split(' ') is [var day, ..] words
            ? (IEnumerable<PlanDate>)
            [
                new PlanDate(PlanDateKind.MeetingScheduled, Day(day)),
                .. words.Length > 1 ? new[] { new PlanDate(PlanDateKind.ObligationMet, Day("2026-10-01"), "meeting-notice") } : [],
            ]
            : []);
        await World.ImportAsync(District(), ReviewDue(new LocalDate(2026, 10, 12), more: [.. dates]));

        var line = Line(await LinesAsync(), ObligationIds.AnnualReview);

        Assert.Equal(known, line.Meeting is { } meeting ? $"{LocalDatePattern.Iso.Format(meeting.On)}{(meeting.IsNoticed ? " noticed" : "")}" : "none");
    }

    [Theory]
    [InlineData("2026-10-13", "2026-10-14")]
    [InlineData("2026-10-16", "2026-10-19")]
    [InlineData("2026-12-18", "2027-01-04")]
    [InlineData("2026-07-10", "2026-07-13")]
    public void What_is_lost_by_the_next_overview_is_to_be_done_now(string today, string by) =>
        Assert.Equal(Day(by), DigestDays.ActBy(Day(today), DistrictRules.Of(District())));

    [Theory]
    [InlineData(PlanKind.Section504, "34 CFR 104.36")]
    [InlineData(PlanKind.Iep, "34 CFR 300.322(a)(1)")]
    public void The_notice_of_a_meeting_is_owed_under_the_plans_own_regulation(PlanKind kind, string law)
    {
        var family = OakHill.Family(new PlanDate(PlanDateKind.MeetingScheduled, new LocalDate(2026, 10, 28)));
        var plan = family.Plans[0];
        family = family with { Plans = [plan with { Plan = plan.Plan with { Kind = kind } }] };

        var due = StudentDueDates.Of(family, DistrictRules.Of(District()), Today).First(one => one.Obligation == ObligationIds.MeetingNotice);

        Assert.Equal((law, new LocalDate(2026, 10, 18)), (Assert.Single(due.Law).Text, due.DueOn));
    }

    private async Task SameAsExplainAsync(IReadOnlyList<DigestLine> lines)
    {
        var student = (await World.UseCases.Students.GetAsync(OakHill.DistrictId, OakHill.StudentId, default))!;
        var rules = DistrictRules.Of(District());
        Assert.All(lines, line =>
        {
            var why = StudentDueDates.Explained(student, student.Plans[0], line.DueDate.Obligation, rules, Today)
                .First(one => one.DueDate.DueOn == line.DueDate.DueOn).Why;
            Assert.Contains(LocalDatePattern.Iso.Format(line.CountedFrom ?? line.DueDate.DueOn!.Value), why[0], StringComparison.Ordinal);
            Assert.Contains(line.Marks, why[0], StringComparison.Ordinal);
        });
    }

    private async Task<IReadOnlyList<DigestLine>> LinesAsync()
    {
        await World.DrainAsync();
        var (cases, meetings) = (World.UseCases, new FamilyMeetings(World.UseCases.Notices));
        var lines = new DigestLines(meetings, new EscalationDays(cases.Acknowledgements));
        var desk = new DeskReading(cases.Duties, cases.Students, cases.Problems, new MeetingGaps(meetings, cases.Replies), lines);
        return (await desk.ReadAsync("T1", DistrictRules.Of(District()), Today, default)).Lines;
    }

    private static DigestLine Line(IEnumerable<DigestLine> lines, ObligationId obligation) => lines.First(line => line.DueDate.Obligation == obligation);

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
