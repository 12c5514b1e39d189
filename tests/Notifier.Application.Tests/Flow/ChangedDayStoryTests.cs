using System.Globalization;
using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>
/// Weeks of families whose children must be prepared, half hour by half hour, and everything each person got: when by the
/// own clock, over which way, in which words.
/// </summary>
public sealed class ChangedDayStoryTests : FlowTest
{
    [Fact]
    public async Task A_testing_week_is_told_evening_by_evening_and_grows_quiet_when_it_is_called_off()
    {
        await World.ImportAsync(OakHill.District(), Promised(File()));
        await UntilAsync(2026, 10, 15, 10);
        var monday = new LocalDate(2026, 10, 19);
        var week = Enumerable.Range(0, 5).Select(day => GivenChange.Testing(monday.PlusDays(day), Clock.GetCurrentInstant())).ToList();
        foreach (var one in week)
        {
            await World.AnnounceAsync(one);
        }

        // Wednesday's tests move into the afternoon, which nobody knew of yet; Thursday's and Friday's are called off.
        await UntilAsync(2026, 10, 20, 14);
        await World.AnnounceAsync(week[2] with { Version = 2, Summary = new Dictionary<string, string> { ["en"] = "Tests after lunch." } });
        await UntilAsync(2026, 10, 21, 18, 30);
        await World.AnnounceAsync(week[3] with { Version = 2, Withdrawn = true });
        await World.AnnounceAsync(week[4] with { Version = 2, Withdrawn = true });
        await UntilAsync(2026, 10, 24, 12);

        Assert.Equal(
            [
                "Sun 2026-10-18 18:00 changed-day Tests all morning; lunch at 12:30.",
                "Mon 2026-10-19 18:00 changed-day Tests all morning; lunch at 12:30.",
                "Tue 2026-10-20 18:00 changed-day Tests after lunch.",
                "Wed 2026-10-21 18:00 changed-day Tests all morning; lunch at 12:30.",
                "Wed 2026-10-21 18:30 changed-day-normal",
            ],
            await ToldAsync("S1-C2"));
        Assert.Equal(5, (await ToldAsync("S1-C1")).Count);
    }

    [Fact]
    public async Task A_snow_day_at_half_past_nine_at_night_is_mailed_at_once_texted_at_eight_and_made_up_on_a_saturday()
    {
        await World.ImportAsync(OakHill.District(), Promised(File()));
        await UntilAsync(2026, 10, 14, 21, 30);
        var snow = OakHill.Entry(CalendarEntryKind.Closure, new(2026, 10, 15), new(2026, 10, 15), "Snow");
        var saturday = OakHill.Entry(CalendarEntryKind.MakeUpDay, new(2026, 10, 17), new(2026, 10, 17), "For the snow");
        await World.ImportAsync(OakHill.District(snow), Promised(File()));
        await UntilAsync(2026, 10, 15, 12);
        await World.ImportAsync(OakHill.District(snow, saturday), Promised(File()));
        await UntilAsync(2026, 10, 17, 12);

        Assert.Equal(
            [
                "Wed 2026-10-14 21:30 changed-day There is no school.",
                "Fri 2026-10-16 18:00 changed-day There is school that day.",
            ],
            await ToldAsync("S1-C2"));
        Assert.Equal(["Thu 2026-10-15 08:00", "Fri 2026-10-16 18:00"], await MinutesAsync("S1-C1"));
    }

    [Fact]
    public async Task Two_households_hear_each_in_its_language_and_at_its_six_and_both_hear_that_it_is_withdrawn()
    {
        var file = Promised(File());
        await World.ImportAsync(OakHill.District(), file with
        {
            Contacts =
            [
                file.Contacts[0],
                file.Contacts[1] with { TimeZone = DateTimeZoneProviders.Tzdb["America/Denver"], Phone = "+15125550143", TextConsentOn = new(2025, 8, 1), Channels = [Channel.Sms] },
            ],
        });
        await UntilAsync(2026, 10, 14, 13);
        var change = GivenChange.EarlyRelease(new LocalDate(2026, 10, 15), Clock.GetCurrentInstant());
        await World.AnnounceAsync(change);
        // In Chicago it was told; in Denver it is half past five, and nothing was said there yet.
        await UntilAsync(2026, 10, 14, 18, 30);
        await World.AnnounceAsync(change with { Version = 2, Withdrawn = true });
        await UntilAsync(2026, 10, 15, 12);

        Assert.Equal(
            ["Wed 2026-10-14 18:00 changed-day Las clases terminan a las 12.", "Wed 2026-10-14 18:30 changed-day-normal"], await ToldAsync("S1-C1"));
        Assert.Empty(await ToldAsync("S1-C2"));
    }

    [Fact]
    public async Task Over_both_weekends_on_which_clocks_change_it_is_six_in_every_zone()
    {
        var file = Promised(File());
        await World.ImportAsync(OakHill.District(), file with
        {
            Contacts = [file.Contacts[0], file.Contacts[1] with { TimeZone = DateTimeZoneProviders.Tzdb["America/Phoenix"] }],
        });
        foreach (var monday in new LocalDate[] { new(2026, 11, 2), new(2027, 3, 15) })
        {
            await World.RunUntilAsync(OakHill.Zone.AtStrictly(monday.PlusDays(-3) + new LocalTime(12, 0)).ToInstant(), Duration.FromHours(6));
            await World.AnnounceAsync(GivenChange.Testing(monday, Clock.GetCurrentInstant()));
            await World.RunUntilAsync(OakHill.Zone.AtStrictly(monday + new LocalTime(12, 0)).ToInstant(), Duration.FromMinutes(30));
        }

        Assert.Equal(["Sun 2026-11-01 18:00", "Sun 2027-03-14 18:00"], await MinutesAsync("S1-C1"));
        // In Phoenix clocks stay: one hour later there than in Chicago in winter, two in summer.
        Assert.Equal(["Sun 2026-11-01 18:00", "Sun 2027-03-14 18:00"], await MinutesAsync("S1-C2"));
        var texts = Provider.Messages.Where(message => message.Why.Contains("-testing version", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            [Duration.FromHours(1), Duration.FromHours(2)],
            texts.GroupBy(message => message.At.Date.Year).Select(year =>
                year.Max(message => message.At.ToInstant()) - year.Min(message => message.At.ToInstant())));
    }

    [Fact]
    public async Task Each_guardian_hears_once_of_each_child_and_change_however_many_children_share_a_phone()
    {
        await World.ImportAsync(
            OakHill.District(), Promised(Held("S1", "P1")), Promised(Held("S2", "P2")), Promised(Held("S3", "P3")));
        await UntilAsync(2026, 10, 14, 13);
        var change = GivenChange.EarlyRelease(new LocalDate(2026, 10, 15), Clock.GetCurrentInstant());
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await World.AnnounceAsync(change);
        }

        await UntilAsync(2026, 10, 15, 12);

        foreach (var student in new[] { "S1", "S2", "S3" })
        {
            Assert.Single(await ToldAsync($"{student}-C1"));
            Assert.Single(await ToldAsync($"{student}-C2"));
        }
    }

    private Task UntilAsync(int year, int month, int day, int hour, int minute = 0) =>
        World.RunUntilAsync(OakHill.At(year, month, day, hour, minute), Duration.FromMinutes(30));

    private async Task<IReadOnlyList<string>> ToldAsync(string contactId)
    {
        var rows = (await World.NoticesAsync(contactId.Split('-')[0]))
            .Where(row => row.Turn > 0 && row.RecipientId == contactId).Select(row => row.NoticeId).ToHashSet();
        return [.. Provider.Messages.Where(message => rows.Contains(message.NoticeId)).Select(message =>
            $"{Minute(message.At)} {message.Content.Text}"
                .Replace(PlainTemplates.First, "", StringComparison.Ordinal)
                .Replace(" in es", "", StringComparison.Ordinal).Replace(" in en", "", StringComparison.Ordinal)
                .Replace(": ", " ", StringComparison.Ordinal))];
    }

    private async Task<IReadOnlyList<string>> MinutesAsync(string contactId) =>
        [.. (await ToldAsync(contactId)).Select(line => string.Join(' ', line.Split(' ')[..3]))];

    private static string Minute(ZonedDateTime at) => at.ToString("ddd uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static StudentFile Held(string studentId, string planId) =>
        OakHill.Family(studentId, planId, new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld));

    private static StudentFile Promised(StudentFile file) => file with
    {
        Accommodations = [new Accommodation(file.Plans[0].Plan.PlanId, ScheduleChange.Accommodation, "")],
    };
}
