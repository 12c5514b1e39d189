using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>A preview that is what is sent, and calendars that announce themselves. It is Tue 2026-10-13 when each begins.</summary>
public sealed class ChangedDaySourceTests : FlowTest
{
    private static readonly LocalDate Tomorrow = new(2026, 10, 14);

    public static TheoryData<int, int, string> Moments => new()
    {
        { 9, 0, "" },
        { 19, 10, "" },
        { 21, 30, "" },
        { 21, 30, "07:45" },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task The_preview_is_what_is_sent(int hour, int minute, string starts)
    {
        var file = Promised();
        await ImportAsync(file with
        {
            Contacts = [file.Contacts[0] with { TimeZone = DateTimeZoneProviders.Tzdb["America/Denver"] }, file.Contacts[1]],
        });
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, hour, minute));
        var change = GivenChange.Testing(Tomorrow, Clock.GetCurrentInstant()) with
        {
            StartsAt = starts.Length == 0 ? null : new LocalTime(7, 45),
        };

        await SameAsPreviewAsync(change);
        Assert.Empty(await PreviewAsync(change));
        Assert.Empty(await PreviewAsync(change with { Version = 2 }));
    }

    [Fact]
    public async Task The_preview_of_a_correction_is_what_is_sent()
    {
        await ImportAsync(Promised());
        var change = GivenChange.Testing(Tomorrow, Clock.GetCurrentInstant());
        await World.AnnounceAsync(change);
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 19));

        var told = await SameAsPreviewAsync(change with { Version = 2, Withdrawn = true });

        Assert.Equal(2, told.Count);
    }

    [Fact]
    public async Task The_preview_says_who_cannot_be_told_and_writes_nothing()
    {
        var file = Promised();
        await ImportAsync(file with { Contacts = [file.Contacts[0], file.Contacts[1] with { Email = "" }] });
        await World.RunHourAsync();
        var evidence = (await World.EvidenceAsync()).Count;

        var previewed = new List<string>();
        await foreach (var one in World.UseCases.PreviewScheduleChange.RunAsync(GivenChange.Testing(Tomorrow, Clock.GetCurrentInstant()), default))
        {
            previewed.Add(one.Recipient?.RecipientId ?? one.Problem);
        }

        Assert.Equal(Mother, previewed[0]);
        Assert.StartsWith($"Contact {Father} cannot be reached", previewed[1], StringComparison.Ordinal);
        Assert.Equal(evidence, (await World.EvidenceAsync()).Count);
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));
        Assert.DoesNotContain(await World.NoticesAsync(), row => row.Turn > 0);
    }

    [Fact]
    public async Task A_closure_that_is_added_for_tomorrow_announces_itself_and_takes_itself_back()
    {
        await ImportAsync(Promised());
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 9));
        await World.ImportAsync(OakHill.District(Closed(Tomorrow)), Promised());
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));
        Assert.Equal("changed-day in en: There is no school.", (await ToldAsync())[^1]);

        await World.ImportAsync(OakHill.District(), Promised());
        await World.RunHourAsync();
        Assert.Equal("changed-day-normal in en", (await ToldAsync())[^1]);
        await World.ImportAsync(OakHill.District(Closed(Tomorrow)), Promised());
        await World.RunHourAsync();
        Assert.Equal("changed-day-update in en: There is no school.", (await ToldAsync())[^1]);
        Assert.Equal(3, (await ToldAsync()).Count);
    }

    [Fact]
    public async Task A_calendar_that_changes_to_and_fro_before_anybody_reads_it_announces_nothing()
    {
        await ImportAsync(Promised());
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 9));
        // Both imports before the queue is read.
        await World.ImportAsync(OakHill.District(Closed(Tomorrow)), Promised());
        await World.ImportAsync(OakHill.District(), Promised());
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.Empty(await ToldAsync());
    }

    [Fact]
    public async Task What_the_school_office_said_already_the_calendar_does_not_say_again()
    {
        await ImportAsync(Promised());
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Clock.GetCurrentInstant()) with
        {
            Grades = [],
            Kind = ScheduleChangeKind.Closure,
            Summary = new Dictionary<string, string> { ["en"] = "Snow: school is closed." },
        });
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));
        await World.ImportAsync(OakHill.District(Closed(Tomorrow)), Promised());
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.Equal(["changed-day in en: Snow: school is closed."], await ToldAsync());
    }

    [Fact]
    public async Task A_make_up_day_announces_itself()
    {
        var saturday = new LocalDate(2026, 10, 17);
        await ImportAsync(Promised());
        await World.ImportAsync(OakHill.District(OakHill.Entry(CalendarEntryKind.MakeUpDay, saturday, saturday, "Snow make-up")), Promised());
        await World.RunUntilAsync(OakHill.At(2026, 10, 16, 18));

        Assert.Equal(["changed-day in en: There is school that day."], await ToldAsync());
    }

    [Fact]
    public async Task What_was_known_before_or_is_far_away_or_changes_nothing_announces_nothing()
    {
        var weekend = new LocalDate(2026, 10, 17);
        await World.ImportAsync(OakHill.District(Closed(Tomorrow)), Promised());
        await World.ImportAsync(
            OakHill.District(Closed(Tomorrow), Closed(weekend), Closed(new LocalDate(2026, 11, 10))), Promised());
        await World.RunUntilAsync(OakHill.At(2026, 10, 17, 18));

        Assert.Empty(await ToldAsync());
    }

    private static CalendarEntry Closed(LocalDate on) => OakHill.Entry(CalendarEntryKind.Closure, on, on, "Snow");

    private static StudentFile Promised() =>
        OakHill.Family(new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld)) with
        {
            Accommodations = [new Accommodation(OakHill.PlanId, ScheduleChange.Accommodation, "")],
        };

    private async Task<IReadOnlyList<(string Recipient, Channel Channel, Instant At, string Text)>> SameAsPreviewAsync(ScheduleChange change)
    {
        var previewed = await PreviewAsync(change);
        var before = Provider.Messages.Count;
        await World.AnnounceAsync(change);
        await World.RunHourAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12), Duration.FromMinutes(5));
        var rows = (await World.NoticesAsync()).ToDictionary(row => row.NoticeId);
        var sent = Provider.Messages.Skip(before).Where(message => rows[message.NoticeId].Turn > 0)
            .Select(message => (rows[message.NoticeId].RecipientId, message.Channel, message.At.ToInstant(), message.Content.Text))
            .Order().ToList();
        Assert.NotEmpty(sent);
        Assert.Equal(previewed.Order(), sent);
        return sent;
    }

    private async Task<IReadOnlyList<(string Recipient, Channel Channel, Instant At, string Text)>> PreviewAsync(ScheduleChange change)
    {
        var notices = new List<(string, Channel, Instant, string)>();
        await foreach (var one in World.UseCases.PreviewScheduleChange.RunAsync(change, CancellationToken.None))
        {
            notices.Add((one.Recipient!.RecipientId, one.Recipient.Channel, one.At!.Value.ToInstant(), one.Content!.Text));
        }

        return notices;
    }

    private async Task<IReadOnlyList<string>> ToldAsync()
    {
        var rows = (await World.NoticesAsync()).Where(row => row.Turn > 0 && row.RecipientId == Father).ToDictionary(row => row.NoticeId);
        return [.. Provider.Messages.Where(message => rows.ContainsKey(message.NoticeId)).Select(message => message.Content.Text)];
    }
}
