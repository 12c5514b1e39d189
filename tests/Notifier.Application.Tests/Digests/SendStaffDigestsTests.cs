using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Digests;

/// <summary>When a case manager hears, of what, and that it is once.</summary>
public sealed class SendStaffDigestsTests : DigestTest
{
    private static readonly LocalDate Saturday = new(2026, 11, 14);

    [Fact]
    public async Task On_the_day_of_a_rung_one_overview_comes_at_the_run_hour_and_no_mail_of_its_own()
    {
        await World.ImportAsync(District(), ReviewDue(Saturday));
        // caseManager-60 has passed: it came in after the run hour, so the first digest says it.
        await RunUntilAsync(10, 16, 12);

        Assert.Equal(["2026-10-13 06 t1 staff-digest", "2026-10-14 06 t1 staff-digest"], ToStaff);
        Assert.Equal(["2026-10-13: P1/annual-review/2026-11-14", "2026-10-14: P1/annual-review/2026-11-14"], await SaidAsync("T1"));
        Assert.Equal(
            ["annual-review caseManager-60 in the digest of T1", "annual-review caseManager-30 in the digest of T1"],
            await LeftToDigestAsync());
        // The family is told as before.
        Assert.Equal(2, Channel.Messages.Count(message => message.Address.Contains("S1", StringComparison.Ordinal) || message.Channel == Notifier.PlanDates.Channel.Sms));
    }

    [Fact]
    public async Task Nothing_comes_when_there_is_nothing()
    {
        await World.ImportAsync(District(), ReviewDue(new(2027, 4, 20)));
        await RunUntilAsync(10, 20, 12);

        Assert.Empty(ToStaff);
        Assert.Empty(await World.EvidenceAsync(NoticeDue.LedgerOfStaff("T1")));
    }

    [Fact]
    public async Task The_same_day_again_sends_nothing_again()
    {
        await World.ImportAsync(District(), ReviewDue(Saturday));
        await RunUntilAsync(10, 13, 7);
        var told = ToStaff;

        await World.UseCases.SendStaffDigests.RunAsync(CancellationToken.None);
        await World.UseCases.SendNotice.RunAsync(NoticeDue.OfDigest(OakHill.DistrictId, "T1", new(2026, 10, 13)), CancellationToken.None);
        await World.DrainAsync();

        Assert.Single(told);
        Assert.Equal(told, ToStaff);
    }

    [Fact]
    public async Task What_became_overdue_over_night_stands_in_the_morning_and_on_every_working_day_until_it_is_done()
    {
        Clock.MoveTo(OakHill.At(2026, 11, 16, 5));
        await World.ImportAsync(District(), ReviewDue(new(2026, 11, 13)));
        await RunUntilAsync(11, 18, 12);
        await World.ImportAsync(
            District(), ReviewDue(new(2026, 11, 13), more: new PlanDate(PlanDateKind.IepMeetingHeld, new(2026, 11, 18))));
        await RunUntilAsync(11, 19, 12);

        Assert.Equal(
            ["2026-11-16 06 t1 staff-digest", "2026-11-17 06 t1 staff-digest", "2026-11-18 06 t1 staff-digest"],
            ToStaff.Where(line => line.Contains(" t1 ", StringComparison.Ordinal)));
        Assert.Contains("annual-review caseManager-late-1 in the digest of T1", await LeftToDigestAsync());
    }

    [Fact]
    public async Task What_comes_in_overdue_after_the_digest_is_told_at_once()
    {
        await World.ImportAsync(District(), ReviewDue(Saturday));
        await RunUntilAsync(10, 13, 9);
        await World.ImportAsync(District(), ReviewDue(Saturday), ReviewDue(new(2026, 10, 12), "S2", "P2"));
        await RunUntilAsync(10, 13, 12);

        Assert.Equal(
            ["2026-10-13 06 t1 staff-digest", "2026-10-13 09 t1 staff-digest"],
            ToStaff.Where(line => line.Contains(" t1 ", StringComparison.Ordinal)));
        Assert.Equal(
            ["2026-10-13: P1/annual-review/2026-11-14", "2026-10-13: P2/annual-review/2026-10-12"], (await SaidAsync("T1")).Order());
        Assert.Contains("annual-review caseManager-late-1 in the digest of T1", await LeftToDigestAsync("S2"));
    }

    [Fact]
    public async Task Thirty_due_dates_that_come_in_overdue_at_once_and_again_are_two_mails_an_hour_apart()
    {
        var files = Enumerable.Range(10, 30).Select(number => ReviewDue(new(2026, 10, 12), $"S{number}", $"P{number}")).ToList();
        await World.ImportAsync(District(), ReviewDue(Saturday));
        await RunUntilAsync(10, 13, 9);
        await World.ImportAsync(District(), [ReviewDue(Saturday), .. files.Take(15)]);
        await World.RunHourAsync();
        Clock.Advance(Duration.FromMinutes(20));
        await World.ImportAsync(District(), [ReviewDue(Saturday), .. files]);
        await World.RunHourAsync();
        await RunUntilAsync(10, 13, 14);

        Assert.Equal(
            ["06:00", "09:00", "10:20"],
            Channel.Messages.Where(message => message.Address == "t1@example.org").Select(message => $"{message.At.TimeOfDay:HH:mm}"));
        Assert.Equal(30, string.Join(", ", (await SaidAsync("T1")).Select(line => line[12..])).Split(", ").Count(key => key.EndsWith("2026-10-12", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_comes_in_overdue_on_a_day_without_a_digest_brings_one_at_once()
    {
        await World.ImportAsync(District(), ReviewDue(new(2027, 4, 20)));
        await RunUntilAsync(10, 13, 9);
        var late = ReviewDue(new(2026, 10, 12), "S2", "P2");
        await World.ImportAsync(District(), ReviewDue(new(2027, 4, 20)), late);
        await RunUntilAsync(10, 13, 11);

        Assert.Equal(["2026-10-13 09 t1 staff-digest"], ToStaff);
    }

    [Fact]
    public async Task On_a_weekend_or_a_holiday_nobody_is_written_to()
    {
        await World.ImportAsync(District(), ReviewDue(new(2026, 10, 9)));
        Clock.MoveTo(OakHill.At(2026, 11, 20, 12));
        await RunUntilAsync(11, 30, 12);

        // Friday noon to Monday after Thanksgiving week: the first working day is Monday the 30th.
        Assert.Equal(["2026-11-30 06 t1 staff-digest"], ToStaff.Where(line => line.Contains(" t1 staff-digest", StringComparison.Ordinal)
            && !line.StartsWith("2026-11-20", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task In_summer_a_clock_that_runs_on_is_told_on_weekdays()
    {
        Clock.MoveTo(OakHill.At(2026, 6, 5, 12));
        var consent = OakHill.Family(new PlanDate(PlanDateKind.ConsentReceived, new(2026, 5, 11))) is var file
            ? file with { Plans = [file.Plans[0] with { Plan = file.Plans[0].Plan with { Kind = PlanKind.Evaluation } }] }
            : null!;
        await World.ImportAsync(District(), consent);
        await RunUntilAsync(7, 14, 12);

        // Sixty days end on Friday, July 10.
        var days = ToStaff.Where(line => line.EndsWith(" t1 staff-digest", StringComparison.Ordinal)).Select(line => line[..10]).ToList();
        Assert.Contains("2026-06-10", days);
        Assert.Contains("2026-07-10", days);
        Assert.Contains("2026-07-13", days);
        Assert.All(days, day => Assert.True(
            NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value.DayOfWeek is < IsoDayOfWeek.Saturday, day));
    }

    [Fact]
    public async Task A_district_that_wants_each_rung_as_a_mail_gets_no_digest()
    {
        await World.ImportAsync(OakHill.District(), ReviewDue(Saturday));
        await RunUntilAsync(10, 14, 12);

        Assert.Contains("2026-10-14 06 t1 staff-coming-due", ToStaff);
        Assert.DoesNotContain(ToStaff, line => line.EndsWith(Digest, StringComparison.Ordinal));
    }
}
