using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Digests;

/// <summary>What staff live through: a leave, a meeting nobody confirms, a new case manager, a year, two time zones.</summary>
public sealed class DigestStoryTests : DigestTest
{
    [Fact]
    public async Task While_a_case_manager_is_away_the_supervisor_reads_the_digest_and_then_it_comes_back()
    {
        var staff = OakHill.District().Staff;
        var away = staff[0] with { AwayFrom = new(2026, 11, 17), AwayUntil = new(2026, 11, 18) };
        Clock.MoveTo(OakHill.At(2026, 11, 16, 5));
        var file = District(away, staff[1]);
        await World.ImportAsync(
            file with { District = file.District with { Policies = file.District.Policies with { Escalation = [] } } },
            ReviewDue(new(2026, 11, 13)));
        await RunUntilAsync(11, 19, 12);

        var notices = await World.NoticesAsync(NoticeDue.LedgerOfStaff("T1"));
        Assert.Equal(
            ["2026-11-16 T1", "2026-11-17 T2", "2026-11-18 T2", "2026-11-19 T1"],
            notices.OrderBy(row => row.DueOn).Select(row => $"{row.DueOn:uuuu-MM-dd} {row.RecipientId}"));
    }

    [Fact]
    public async Task A_meeting_that_the_family_has_not_confirmed_is_said_and_goes_when_it_has()
    {
        Clock.MoveTo(OakHill.At(2026, 10, 1, 5));
        var meeting = new PlanDate(PlanDateKind.MeetingScheduled, new(2026, 10, 20), "15:30; Room 12; inPerson");
        await World.ImportAsync(District(), ReviewDue(new(2026, 11, 13), more: meeting));
        await RunUntilAsync(10, 14, 12);

        // The family was invited by mail on the ladder's day; nobody answered. A week before, it is worth a mail of its own.
        Assert.Contains(await SaidAsync("T1"), line => line.StartsWith("2026-10-14", StringComparison.Ordinal)
            && line.Contains("P1/meeting/2026-10-20", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_problem_goes_with_the_plan_to_whoever_has_it_now()
    {
        var staff = OakHill.District().Staff;
        var third = staff[0] with { StaffId = "T3", Name = "Ana Silva", Email = "t3@example.org" };
        var deaf = ReviewDue(new(2027, 4, 20)) with { Gaps = [new StudentGap { Kind = StudentGapKind.RowsLeftOut, What = "A row was left out.", Remedy = "Mend it." }] };
        await World.ImportAsync(District([.. staff, third]), deaf);
        await RunUntilAsync(10, 13, 12);
        await World.ImportAsync(District([.. staff, third]), Of(deaf, "T3"));
        await RunUntilAsync(10, 19, 12);

        Assert.Contains("problem/", Assert.Single(await SaidAsync("T1")), StringComparison.Ordinal);
        Assert.All(await SaidAsync("T3"), line => Assert.Contains("problem/", line, StringComparison.Ordinal));
        Assert.NotEmpty(await SaidAsync("T3"));
        // It was told in no mail of its own.
        Assert.All(ToStaff, line => Assert.EndsWith(Digest, line));
    }

    [Fact]
    public async Task Through_a_year_of_daylight_saving_and_breaks_it_comes_at_six_on_working_days_and_once()
    {
        Clock.MoveTo(OakHill.At(2026, 10, 1, 5));
        // Never done: overdue all year.
        await World.ImportAsync(District(), ReviewDue(new(2026, 9, 30)));
        await World.RunUntilAsync(OakHill.At(2027, 6, 30, 12));

        var own = Channel.Messages.Where(message => message.Address == "t1@example.org").ToList();
        Assert.All(own, message => Assert.Equal(new LocalTime(6, 0), message.At.TimeOfDay));
        var days = own.Select(message => message.At.Date).ToList();
        Assert.Equal(days.Distinct(), days);
        Assert.Contains(new LocalDate(2026, 11, 2), days);
        Assert.Contains(new LocalDate(2027, 3, 15), days);
        Assert.DoesNotContain(new LocalDate(2026, 12, 25), days);
        Assert.DoesNotContain(days, day => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
        // 2026-27 less Thanksgiving and winter break, from October, and weekdays of June.
        Assert.Equal(Enumerable.Range(0, 273).Select(day => new LocalDate(2026, 10, 1).PlusDays(day)).Count(IsWorkingDay), days.Count);
    }

    [Fact]
    public async Task Two_districts_in_two_time_zones_each_have_their_own_six_o_clock()
    {
        var west = District() with { };
        west = west with { District = west.District with { DistrictId = "west", TimeZone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"] } };
        await World.ImportAsync(District(), ReviewDue(new(2026, 10, 9)));
        await World.ImportAsync(west, ReviewDue(new(2026, 10, 9)) with { DistrictId = "west" });
        await RunUntilAsync(10, 13, 12);

        Assert.Equal(
            ["11:00", "13:00"],
            Channel.Messages.Where(message => message.Address == "t1@example.org").Select(message => $"{message.At.ToInstant():HH:mm}"));
    }

    private static bool IsWorkingDay(LocalDate day) =>
        day.DayOfWeek < IsoDayOfWeek.Saturday
        && !(day >= new LocalDate(2026, 11, 23) && day <= new LocalDate(2026, 11, 27))
        && !(day >= new LocalDate(2026, 12, 21) && day <= new LocalDate(2027, 1, 1));
}
