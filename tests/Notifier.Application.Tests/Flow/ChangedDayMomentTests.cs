using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.PlanDates;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>
/// When a family gets what by which way, through the whole flow, every five minutes. Each moment has its weekday, which is
/// checked, and is told by the recipient's own clock; the district's is Chicago's. School begins at 8:30 there, texts go
/// out from 8 to 20 and not on Sundays.
/// </summary>
public sealed class ChangedDayMomentTests
{
    private const string Chicago = "America/Chicago";
    private const string Denver = "America/Denver";
    private const string Honolulu = "Pacific/Honolulu";
    private const string NewYork = "America/New_York";

    private static readonly ZonedDateTimePattern Moment = ZonedDateTimePattern.CreateWithInvariantCulture(
        "ddd uuuu-MM-dd HH:mm z", DateTimeZoneProviders.Tzdb);

    /// <summary>The changed day, the hour of it that changes, the recipient's zone and ways, when it is announced, and what is got when.</summary>
    public static TheoryData<string, string, string, string, string, string> Cases => new()
    {
        // The evening before, and one minute later than that.
        { "Wed 2026-10-14", "", Chicago, "sms;email", "Tue 2026-10-13 12:00", "Sms Tue 2026-10-13 18:00" },
        { "Wed 2026-10-14", "", Chicago, "sms;email", "Thu 2026-10-01 12:00", "Sms Tue 2026-10-13 18:00" },
        { "Wed 2026-10-14", "", Chicago, "sms;email", "Tue 2026-10-13 18:05", "Sms Tue 2026-10-13 18:05" },
        { "Wed 2026-10-14", "", Chicago, "sms;email", "Tue 2026-10-13 19:55", "Sms Tue 2026-10-13 19:55" },

        // A snow day at 21:30: texts at eight, mail at once; where eight is too late, mail to everybody.
        { "Wed 2026-10-14", "", Chicago, "sms;email", "Tue 2026-10-13 21:30", "Sms Wed 2026-10-14 08:00" },
        { "Wed 2026-10-14", "", Chicago, "sms", "Tue 2026-10-13 21:30", "Sms Wed 2026-10-14 08:00" },
        { "Wed 2026-10-14", "", Chicago, "email;sms", "Tue 2026-10-13 21:30", "Email Tue 2026-10-13 21:30" },
        { "Wed 2026-10-14", "07:45", Chicago, "sms;email", "Tue 2026-10-13 21:30", "Email Tue 2026-10-13 21:30" },
        { "Wed 2026-10-14", "08:05", Chicago, "sms;email", "Tue 2026-10-13 21:30", "Sms Wed 2026-10-14 08:00" },
        { "Wed 2026-10-14", "08:00", Chicago, "sms;email", "Tue 2026-10-13 21:30", "Email Tue 2026-10-13 21:30" },
        { "Wed 2026-10-14", "07:45", Chicago, "sms", "Tue 2026-10-13 21:30", "nothing" },

        // On the day itself, until it begins.
        { "Wed 2026-10-14", "", Chicago, "sms;email", "Wed 2026-10-14 08:25", "Sms Wed 2026-10-14 08:25" },
        { "Wed 2026-10-14", "", Chicago, "sms;email", "Wed 2026-10-14 08:30", "nothing" },
        { "Wed 2026-10-14", "12:00", Chicago, "sms;email", "Wed 2026-10-14 11:55", "Sms Wed 2026-10-14 11:55" },
        { "Wed 2026-10-14", "12:00", Chicago, "sms;email", "Wed 2026-10-14 12:00", "nothing" },

        // For Monday on Sunday, though no texts go out on Sundays otherwise; with a holiday between, on the evening before.
        { "Mon 2026-10-19", "", Chicago, "sms;email", "Fri 2026-10-16 12:00", "Sms Sun 2026-10-18 18:00" },
        { "Mon 2026-10-19", "", Chicago, "sms;email", "Sat 2026-10-17 12:00", "Sms Sun 2026-10-18 18:00" },
        { "Tue 2026-10-13", "", Chicago, "sms;email", "Fri 2026-10-09 12:00", "Sms Mon 2026-10-12 18:00" },

        // Three zones beside the district's: everybody's own six o'clock.
        { "Wed 2026-10-14", "", Denver, "sms;email", "Tue 2026-10-13 12:00", "Sms Tue 2026-10-13 18:00" },
        { "Wed 2026-10-14", "", NewYork, "sms;email", "Tue 2026-10-13 12:00", "Sms Tue 2026-10-13 18:00" },
        { "Wed 2026-10-14", "", Honolulu, "sms;email", "Tue 2026-10-13 12:00", "Sms Tue 2026-10-13 18:00" },
        // Eight in New York is seven at school.
        { "Wed 2026-10-14", "", NewYork, "sms;email", "Tue 2026-10-13 20:30", "Sms Wed 2026-10-14 08:00" },
        // In Honolulu it is 19:30: at once. An hour later texts are over there until long after school began.
        { "Wed 2026-10-14", "", Honolulu, "sms;email", "Tue 2026-10-13 19:30", "Sms Tue 2026-10-13 19:30" },
        { "Wed 2026-10-14", "", Honolulu, "sms;email", "Tue 2026-10-13 20:30", "Email Tue 2026-10-13 20:30" },

        // Clocks go back on Sun 2026-11-01 and forward on Sun 2027-03-14, both at two in the night.
        { "Mon 2026-11-02", "", Chicago, "sms;email", "Fri 2026-10-30 12:00", "Sms Sun 2026-11-01 18:00" },
        { "Mon 2026-11-02", "", Denver, "sms;email", "Sat 2026-10-31 23:00", "Sms Sun 2026-11-01 18:00" },
        { "Mon 2026-11-02", "", Chicago, "sms;email", "Sun 2026-11-01 21:30", "Sms Mon 2026-11-02 08:00" },
        { "Mon 2027-03-15", "", Chicago, "sms;email", "Fri 2027-03-12 12:00", "Sms Sun 2027-03-14 18:00" },
        { "Mon 2027-03-15", "", NewYork, "sms;email", "Sat 2027-03-13 23:00", "Sms Sun 2027-03-14 18:00" },
        { "Mon 2027-03-15", "", Chicago, "sms;email", "Sun 2027-03-14 21:30", "Sms Mon 2027-03-15 08:00" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Is_told_then_and_that_way(string day, string starts, string zone, string ways, string announced, string told)
    {
        var on = LocalDatePattern.CreateWithInvariantCulture("ddd uuuu-MM-dd").Parse(day).Value;
        var start = Moment.Parse($"{announced} {zone}").Value.ToInstant();
        var clock = new FakeClock(start - Duration.FromHours(1));
        var (queues, channel) = (new InMemoryQueues(clock), new FakeChannel());
        var world = new FlowWorld(new InMemoryTables(), queues, queues, channel, clock);
        await world.ImportAsync(
            OakHill.District(OakHill.Entry(CalendarEntryKind.NoSchool, new(2026, 10, 12), new(2026, 10, 12), "Fall holiday")), Family(zone, ways));
        await world.RunHourAsync();
        clock.MoveTo(start);

        await world.AnnounceAsync(GivenChange.Testing(on, start) with
        {
            StartsAt = starts.Length == 0 ? null : LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(starts).Value,
        });
        // Days ahead hour by hour, and then exactly.
        await world.RunUntilAsync(Instant.Max(start, OakHill.Zone.AtStartOfDay(on).ToInstant() - Duration.FromHours(24)));
        await world.RunUntilAsync(OakHill.Zone.AtStrictly(on + new LocalTime(15, 0)).ToInstant(), Duration.FromMinutes(5));

        var rows = (await world.NoticesAsync()).Where(row => row.Turn > 0).Select(row => row.NoticeId).ToHashSet();
        var got = channel.Messages.Where(message => rows.Contains(message.NoticeId)).Select(message =>
            $"{message.Channel} {message.At.ToString("ddd uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)}").ToList();
        Assert.Equal(told == "nothing" ? [] : [told], got);
    }

    private static StudentFile Family(string zone, string ways)
    {
        var channels = ways.Split(';').Select(way => way == "sms" ? Channel.Sms : Channel.Email).ToList();
        var file = OakHill.Family(new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 9, 30)));
        var mother = file.Contacts[0];
        return file with
        {
            Contacts =
            [
                mother with
                {
                    Channels = channels,
                    Email = channels.Contains(Channel.Email) ? mother.Email : "",
                    TimeZone = DateTimeZoneProviders.Tzdb[zone],
                },
            ],
            Accommodations = [new Accommodation(OakHill.PlanId, ScheduleChange.Accommodation, "")],
        };
    }
}
