using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Testing;

namespace Notifier.Domain.Tests.Notices;

public sealed class AllowedHoursTests
{
    private static readonly AllowedHours Default = AllowedHours.Of(new DistrictPolicies());

    private static readonly IReadOnlyList<CaseRow> Rows = CaseTable.Read(
        Path.Combine(AppContext.BaseDirectory, "Cases", "hours", "texts.csv"));

    [Fact]
    public void Texts_go_out_when_the_table_says()
    {
        var wrong = Rows
            .Select(row => (row, Sent: AllowedHours.Of(new DistrictPolicies { TextsOnSundays = row["sundays"] == "yes" })
                .Next(Channel.Sms, Parse(row["now"]), DateTimeZoneProviders.Tzdb[row["zone"]])))
            .Where(one => one.Sent != Parse(one.row["sent"]))
            .Select(one => $"{one.row["case"]}: {one.Sent}, not {one.row["sent"]} ({one.row["why"]})");

        Assert.Empty(wrong);
        Assert.True(Rows.Count >= 20);
    }

    [Fact]
    public void A_sunday_is_open_to_what_cannot_wait() => Assert.Equal(
        Parse("2026-10-18T17:00:00Z"), Default.OnSundaysToo().Next(Channel.Sms, Parse("2026-10-18T17:00:00Z"), RecipientFixture.Chicago));

    [Fact]
    public void Mail_goes_out_at_any_time()
    {
        var midnight = Parse("2026-10-16T05:00:00Z");

        Assert.Equal(midnight, Default.Next(Channel.Email, midnight, RecipientFixture.Chicago));
        Assert.True(Default.Allows(Channel.Email, midnight, RecipientFixture.Chicago));
        Assert.False(Default.Allows(Channel.Sms, midnight, RecipientFixture.Chicago));
    }

    [Theory]
    [InlineData("02:15", "02:45", "2027-03-14T07:30:00Z", "2027-03-15T07:15:00Z")] // skipped whole that night: the next
    [InlineData("02:30", "03:15", "2027-03-14T07:30:00Z", "2027-03-14T08:00:00Z")] // opens inside the gap: at its end
    [InlineData("01:15", "01:45", "2026-11-01T06:50:00Z", "2026-11-01T07:15:00Z")] // the hour comes back, and the window
    public void A_clock_change_inside_the_window_is_followed(string from, string until, string now, string expected) =>
        Assert.Equal(
            Parse(expected),
            new AllowedHours(Time(from), Time(until)).Next(Channel.Sms, Parse(now), RecipientFixture.Chicago));

    [Fact]
    public void The_next_moment_is_the_first_allowed_one_in_any_zone_at_any_time()
    {
        var zones = Gen.Elements(
            "America/Chicago", "America/Denver", "America/Phoenix", "America/Anchorage", "Pacific/Honolulu",
            "America/New_York", "Australia/Lord_Howe").Select(id => DateTimeZoneProviders.Tzdb[id]);
        // Around the two clock changes of a year, where it can go wrong, in minutes.
        var moments = Gen.Elements("2026-11-01T00:00:00Z", "2027-03-14T00:00:00Z", "2027-04-03T12:00:00Z")
            .SelectMany(start => Gen.Choose(-1500, 3000).Select(minutes => Parse(start) + Duration.FromMinutes(minutes)));
        var windows =
            from first in Gen.Choose(0, 1400)
            from length in Gen.Choose(1, 39)
            select new AllowedHours(
                LocalTime.FromMinutesSinceMidnight(first), LocalTime.FromMinutesSinceMidnight(first + length));
        var cases = zones.SelectMany(zone => moments.SelectMany(now => windows.Select(hours => (zone, now, hours))));

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(400),
            Prop.ForAll(cases.ToArbitrary(), one => one.hours.Next(Channel.Sms, one.now, one.zone) == FirstByMinutes(one.zone, one.now, one.hours)));
    }

    [Theory]
    [InlineData("20:00", "08:00")]
    [InlineData("08:00", "08:00")]
    public void A_window_that_is_empty_or_crosses_midnight_is_refused(string from, string until)
    {
        var error = Assert.Throws<ArgumentException>(() => new AllowedHours(Time(from), Time(until)));

        Assert.Contains("policies.textsFrom", error.Message, StringComparison.Ordinal);
    }

    private static Instant FirstByMinutes(DateTimeZone zone, Instant now, AllowedHours hours)
    {
        while (!hours.Allows(Channel.Sms, now, zone))
        {
            now += Duration.FromMinutes(1);
        }

        return now;
    }

    private static Instant Parse(string text) => InstantPattern.General.Parse(text).Value;

    private static LocalTime Time(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;
}
