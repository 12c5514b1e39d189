using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Summaries;

/// <summary>When supervisors get the summary of the week, about whom, and that it is once.</summary>
public sealed class SendWeeklySummariesTests : WeeklySummaryTest
{
    [Fact]
    public async Task On_the_first_school_day_of_the_week_each_supervisor_hears_of_the_own_case_managers_and_the_district_of_all()
    {
        Clock.MoveTo(OakHill.At(2026, 11, 8, 12));
        await World.ImportAsync(Summaries(), Late, InTime);
        await RunUntilAsync(11, 14, 12);

        Assert.Equal(["2026-11-09 06 office", "2026-11-09 06 t2", "2026-11-09 06 t4"], Told.Order());
        Assert.Equal(["2026-11-09: P1/annual-review/2026-11-06"], await NamedAsync("T2"));
        Assert.Equal(["2026-11-09: "], await NamedAsync("T4"));
        Assert.Equal(["2026-11-09: P1/annual-review/2026-11-06"], await NamedAsync(Recipient.DistrictContactId));
    }

    [Fact]
    public async Task What_stays_open_is_said_every_week_until_it_is_done_and_then_there_is_nothing_to_say()
    {
        Clock.MoveTo(OakHill.At(2026, 11, 8, 12));
        await World.ImportAsync(Summaries(), Late);
        await RunUntilAsync(11, 17, 12);
        await World.ImportAsync(Summaries(), ReviewDue(new(2026, 11, 6), more: new PlanDate(PlanDateKind.IepMeetingHeld, new(2026, 11, 17))));
        await RunUntilAsync(12, 12, 12);

        // Thanksgiving week has no school day, and afterwards nothing is open that fell due meanwhile.
        Assert.Equal(["2026-11-09 06 t2", "2026-11-16 06 t2"], Told.Where(line => line.EndsWith("t2", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_week_without_school_is_told_of_in_the_next_one()
    {
        Clock.MoveTo(OakHill.At(2026, 11, 21, 12));
        // Due on Wednesday of Thanksgiving week, done on the Monday of that week.
        await World.ImportAsync(Summaries(), ReviewDue(new(2026, 11, 25), more: new PlanDate(PlanDateKind.IepMeetingHeld, new(2026, 11, 23))));
        await RunUntilAsync(12, 4, 12);

        Assert.Equal(["2026-11-30 06 t2"], Told.Where(line => line.EndsWith("t2", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(SummaryDay.Wednesday, "2026-11-11 06 t2", "2026-11-18 06 t2")]
    [InlineData(SummaryDay.Friday, "2026-11-13 06 t2", "2026-11-20 06 t2")]
    public async Task The_district_may_choose_the_day(SummaryDay day, params string[] told)
    {
        Clock.MoveTo(OakHill.At(2026, 11, 8, 12));
        await World.ImportAsync(Summaries(day), Late);
        await RunUntilAsync(11, 21, 12);

        Assert.Equal(told, Told.Where(line => line.EndsWith("t2", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nobody_who_does_not_want_one_gets_one()
    {
        Clock.MoveTo(OakHill.At(2026, 11, 8, 12));
        await World.ImportAsync(Summaries(SummaryDay.Never), Late);
        await RunUntilAsync(11, 17, 12);

        Assert.Empty(Told);
    }

    [Fact]
    public async Task Nothing_comes_when_there_is_nothing_and_leaves_no_evidence()
    {
        Clock.MoveTo(OakHill.At(2026, 11, 8, 12));
        await World.ImportAsync(Summaries(), ReviewDue(new(2027, 4, 20)));
        await RunUntilAsync(11, 17, 12);

        Assert.Empty(Told);
        Assert.Empty(await World.EvidenceAsync(NoticeDue.LedgerOfStaff("T2")));
    }

    [Fact]
    public async Task In_summer_a_clock_that_runs_on_is_told_of_on_Mondays()
    {
        Clock.MoveTo(OakHill.At(2026, 7, 9, 12));
        var consent = OakHill.Family(new PlanDate(PlanDateKind.ConsentReceived, new(2026, 5, 11))) is var file
            ? file with { Plans = [file.Plans[0] with { Plan = file.Plans[0].Plan with { Kind = PlanKind.Evaluation } }] }
            : null!;
        await World.ImportAsync(Summaries(), consent);
        await RunUntilAsync(7, 22, 12);

        // Sixty days end on Friday, July 10.
        Assert.Equal(["2026-07-13 06 t2", "2026-07-20 06 t2"], Told.Where(line => line.EndsWith("t2", StringComparison.Ordinal)));
        Assert.Equal(
            ["2026-07-13: P1/initial-evaluation/2026-07-10", "2026-07-20: P1/initial-evaluation/2026-07-10"], await NamedAsync("T2"));
    }

    [Fact]
    public async Task A_program_that_was_down_on_the_day_tells_on_the_next_working_day_and_only_then()
    {
        Clock.MoveTo(OakHill.At(2026, 11, 8, 12));
        await World.ImportAsync(Summaries(), Late);
        await RunUntilAsync(11, 10, 12);
        Clock.MoveTo(OakHill.At(2026, 11, 18, 9));
        await RunUntilAsync(11, 24, 12);

        // Down from Tuesday of one week to Wednesday of the next.
        Assert.Equal(["2026-11-09 06 t2", "2026-11-18 09 t2"], Told.Where(line => line.EndsWith("t2", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_district_that_comes_in_during_the_week_waits_for_the_next_ones_day()
    {
        Clock.MoveTo(OakHill.At(2026, 11, 10, 9));
        await World.ImportAsync(Summaries(), Late);
        await RunUntilAsync(11, 17, 12);

        Assert.Equal(["2026-11-16 06 t2"], Told.Where(line => line.EndsWith("t2", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_week_again_sends_nothing_again()
    {
        Clock.MoveTo(OakHill.At(2026, 11, 8, 12));
        await World.ImportAsync(Summaries(), Late);
        await RunUntilAsync(11, 9, 8);
        var told = Told;

        await World.UseCases.SendWeeklySummaries.RunAsync(CancellationToken.None);
        await World.UseCases.SendNotice.RunAsync(NoticeDue.OfSummary(OakHill.DistrictId, "T2", new(2026, 11, 9)), CancellationToken.None);
        await World.DrainAsync();

        Assert.Equal(2, told.Count);
        Assert.Equal(told, Told);
    }

    [Fact]
    public async Task A_message_that_comes_when_the_week_is_over_is_not_sent()
    {
        Clock.MoveTo(OakHill.At(2026, 11, 8, 12));
        await World.ImportAsync(Summaries(), Late);
        await World.DrainAsync();
        Clock.MoveTo(OakHill.At(2026, 11, 9, 6));
        await World.UseCases.SendWeeklySummaries.RunAsync(CancellationToken.None);
        Clock.MoveTo(OakHill.At(2026, 11, 16, 0));
        await World.DrainAsync();

        Assert.Empty(Told);
    }

    [Fact]
    public async Task Each_summary_is_in_the_evidence_of_its_reader()
    {
        Clock.MoveTo(OakHill.At(2026, 11, 8, 12));
        await World.ImportAsync(Summaries(), Late);
        await RunUntilAsync(11, 9, 8);

        Assert.Equal(
            [EvidenceKind.NoticePlanned, EvidenceKind.AttemptStarted, EvidenceKind.NoticeDelivered],
            (await World.EvidenceAsync(NoticeDue.LedgerOfStaff("T2"))).Select(row => row.Kind).Take(3));
    }

    [Fact]
    public async Task Whoever_is_away_is_stood_in_for()
    {
        Clock.MoveTo(OakHill.At(2026, 11, 8, 12));
        var file = Summaries();
        var away = file with
        {
            Staff = [.. file.Staff.Select(member => member.StaffId == "T2" ? member with { AwayUntil = new LocalDate(2026, 11, 13), SupervisorId = "T4" } : member)],
        };
        await World.ImportAsync(away, Late);
        await RunUntilAsync(11, 9, 8);

        Assert.Equal(["2026-11-09 06 office", "2026-11-09 06 t4"], Told.Order());
        Assert.Equal(["2026-11-09: P1/annual-review/2026-11-06"], await NamedAsync("T2"));
    }

    [Fact]
    public async Task A_supervisor_without_a_mail_address_is_told_of_by_the_next_one_or_the_district()
    {
        Clock.MoveTo(OakHill.At(2026, 11, 8, 12));
        var file = Summaries();
        var silent = file with { Staff = [.. file.Staff.Where(member => member.StaffId is "T1" or "T2").Select(member => member with { Email = "" })] };
        await World.ImportAsync(silent, Late);
        await RunUntilAsync(11, 9, 8);

        // Two summaries, both to the district's own address: T2's and its own.
        Assert.Equal(["2026-11-09 06 office", "2026-11-09 06 office"], Told);
    }
}
