using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Paces;
using Notifier.Application.Queues;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>A sender's rate and daily limit, kept without anybody waiting in a worker.</summary>
public sealed class TextPaceTests : FlowTest
{
    private static readonly Instant Noon = OakHill.At(2026, 10, 14, 12);

    private static readonly TextRate OneEveryTenSeconds = new() { SegmentsPerSecond = 0.1m };

    [Fact]
    public async Task Moments_follow_each_other_at_the_rate_in_segments()
    {
        var pace = new TextPace(Tables, OneEveryTenSeconds);

        Assert.Equal(Noon, await pace.MomentAsync("short", Noon, CancellationToken.None));
        Assert.Equal(Noon + Duration.FromSeconds(10), await pace.MomentAsync(new string('a', 300), Noon, CancellationToken.None));
        // The text before has two segments.
        Assert.Equal(Noon + Duration.FromSeconds(30), await pace.MomentAsync("short", Noon, CancellationToken.None));
    }

    [Fact]
    public async Task Another_process_and_a_later_hour_go_on_from_there()
    {
        await new TextPace(Tables, OneEveryTenSeconds).MomentAsync("short", Noon, CancellationToken.None);

        Assert.Equal(
            Noon + Duration.FromSeconds(10), await new TextPace(Tables, OneEveryTenSeconds).MomentAsync("short", Noon, CancellationToken.None));
        var later = Noon + Duration.FromHours(1);
        Assert.Equal(later, await new TextPace(Tables, OneEveryTenSeconds).MomentAsync("short", later, CancellationToken.None));
    }

    [Fact]
    public async Task Many_at_once_get_moments_of_their_own()
    {
        var paces = Enumerable.Range(0, 4).Select(_ => new TextPace(Tables, OneEveryTenSeconds)).ToList();

        var moments = await Task.WhenAll(Enumerable.Range(0, 80).Select(n =>
            Task.Run(() => paces[n % 4].MomentAsync("short", Noon, CancellationToken.None))));

        Assert.Equal(
            Enumerable.Range(0, 80).Select(n => Noon + Duration.FromSeconds(10 * n)), moments.Order());
    }

    [Fact]
    public async Task What_exceeds_the_day_goes_into_the_next()
    {
        var pace = new TextPace(Tables, new TextRate { SegmentsPerSecond = 100, SegmentsPerDay = 3 });
        for (var text = 0; text < 3; text++)
        {
            Assert.Equal(Noon, await pace.MomentAsync("short", Noon, CancellationToken.None));
        }

        var tomorrow = Instant.FromUtc(2026, 10, 15, 0, 0);
        Assert.Equal(tomorrow, await pace.MomentAsync("short", Noon, CancellationToken.None));
        Assert.Equal(tomorrow + Duration.FromMilliseconds(10), await pace.MomentAsync("short", Noon, CancellationToken.None));
    }

    [Fact]
    public async Task A_text_whose_turn_comes_later_is_put_off_and_sent_at_its_turn()
    {
        World = Paced(OneEveryTenSeconds);
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 5));
        Clock.MoveTo(OakHill.At(2026, 10, 14, 8));
        // Others have taken the first five minutes.
        await new TextPace(Tables, new TextRate { SegmentsPerSecond = 1m / 300 })
            .MomentAsync("short", Clock.GetCurrentInstant(), CancellationToken.None);
        await World.RunHourAsync();

        var waiting = await NoticeAsync(Mother, Channel.Sms);
        Assert.Equal((NoticeState.Planned, OakHill.At(2026, 10, 14, 8, 5)), (waiting.State, waiting.NotBefore!.Value));
        Assert.DoesNotContain(await TakenAsync(), one => one.Recipient == Mother);

        Clock.Advance(Duration.FromMinutes(6));
        await World.DrainAsync();
        var sent = await NoticeAsync(Mother, Channel.Sms);
        Assert.Equal((NoticeState.Delivered, 1), (sent.State, sent.Attempt));
        Assert.Single(await KindsAsync(sent), kind => kind == EvidenceKind.NoticeDeferred);
    }

    [Fact]
    public async Task A_message_that_comes_early_because_the_queues_clock_is_ahead_is_not_lost()
    {
        World = Paced(OneEveryTenSeconds);
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 5));
        Clock.MoveTo(OakHill.At(2026, 10, 14, 8));
        await new TextPace(Tables, OneEveryTenSeconds).MomentAsync("short", Clock.GetCurrentInstant(), CancellationToken.None);
        await World.RunHourAsync();
        var moment = (await NoticeAsync(Mother, Channel.Sms)).NotBefore!.Value;

        Clock.MoveTo(moment - Duration.FromMilliseconds(300));
        var early = await Queues.ReceiveAsync(QueueNames.NoticesDue, 32, moment, Duration.FromMinutes(5), CancellationToken.None);
        foreach (var message in early)
        {
            await World.UseCases.SendNotice.RunAsync(NoticeDue.Read(message.Body), CancellationToken.None);
            await Queues.CompleteAsync(message, CancellationToken.None);
        }

        Assert.NotEmpty(early);
        Assert.Equal(NoticeState.Planned, (await NoticeAsync(Mother, Channel.Sms)).State);
        Clock.MoveTo(moment);
        await World.DrainAsync();
        Assert.Equal(NoticeState.Delivered, (await NoticeAsync(Mother, Channel.Sms)).State);
    }

    [Fact]
    public async Task What_does_not_fit_in_time_goes_by_email()
    {
        World = Paced(OneEveryTenSeconds);
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 5));
        Clock.MoveTo(OakHill.At(2026, 10, 14, 8));
        await new TextPace(Tables, new TextRate { SegmentsPerSecond = 0.0000001m })
            .MomentAsync("short", Clock.GetCurrentInstant(), CancellationToken.None);
        await World.RunHourAsync();

        Assert.Equal(NoticeState.Withheld, (await NoticeAsync(Mother, Channel.Sms)).State);
        Assert.Equal(NoticeState.Delivered, (await NoticeAsync(Mother, Channel.Email)).State);
    }

    [Fact]
    public async Task A_provider_that_asks_for_peace_holds_the_whole_sender()
    {
        var pace = new TextPace(Tables, OneEveryTenSeconds);
        await pace.MomentAsync("short", Noon, CancellationToken.None);
        await pace.HoldAsync(Noon + Duration.FromMinutes(2), CancellationToken.None);

        Assert.Equal(Noon + Duration.FromMinutes(2), await pace.MomentAsync("short", Noon, CancellationToken.None));
    }

    [Fact]
    public async Task Many_families_at_once_are_all_told_in_the_time_that_their_segments_take()
    {
        const int Families = 25;
        World = Paced(new TextRate { SegmentsPerSecond = 1 });
        await World.ImportAsync(OakHill.District(), Enumerable.Range(1, Families).Select(n =>
            OakHill.Family($"S{n}", $"P{n}", new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld))));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 7));
        Clock.MoveTo(OakHill.At(2026, 10, 14, 8));
        await World.UseCases.RaiseReminders.RunAsync(CancellationToken.None);

        for (var second = 0; second < 3 * Families; second++)
        {
            await World.DrainAsync();
            Clock.Advance(Duration.FromSeconds(1));
        }

        var texts = Provider.Messages.Where(message => message.Channel == Channel.Sms).ToList();
        Assert.Equal(Families, texts.Select(message => message.NoticeId).Distinct().Count());
        Assert.True(
            texts.GroupBy(message => message.At.ToInstant()).All(group => group.Count() <= 3),
            "More at once than the rate and its two seconds of grace allow.");
    }

    private FlowWorld Paced(TextRate rate) => new(Tables, Queues, Queues, Provider, Clock, textRate: rate);
}
