using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using NodaTime;
using Notifier.Application.Runs;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Cli.Tests.AzureHome;

/// <summary>What whoever watches the system sees of one notice.</summary>
public sealed class TracedNoticeTests : IDisposable
{
    private static readonly string[] TagsThatSayNothingOfAnybody =
        ["district", "shard", "reminder", "notice", "attempt", "channel", "outcome"];

    private readonly ConcurrentQueue<Activity> steps = [];

    // Other tests of this process trace too: what is said here holds of theirs as well.
    private readonly ActivityListener listener;

    public TracedNoticeTests()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == FlowTrace.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = steps.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task One_trace_leads_from_the_run_through_the_queues_to_the_outcome()
    {
        await LiveADayAsync();

        // What a run has raised; what was late already when the plan was imported has no run in its trace.
        var deliveries = steps.Where(step => step.OperationName == "Deliver")
            .Where(step => WayBack(step).Last().OperationName == "RaiseReminders").ToList();
        Assert.True(deliveries.Count >= 3, "The mother, the father and the case manager are told on this day.");
        foreach (var delivery in deliveries)
        {
            Assert.Equal("Delivered", delivery.GetTagItem("notifier.outcome"));
            Assert.Equal(
                ["Deliver", "SendNotice", "receive notices-due", "RaiseShard", "receive agenda-shards", "RaiseReminders"],
                WayBack(delivery).Select(step => step.OperationName));
            Assert.Single(WayBack(delivery).Select(step => step.TraceId).Distinct());
        }
    }

    [Fact]
    public async Task No_tag_says_who_it_is_about_or_what_was_written()
    {
        await LiveADayAsync();

        var tags = steps.SelectMany(step => step.TagObjects).ToList();
        Assert.NotEmpty(tags);
        Assert.All(tags, tag => Assert.Contains(tag.Key, TagsThatSayNothingOfAnybody.Select(name => "notifier." + name)));
        Assert.All(tags, tag => Assert.DoesNotMatch("(?i)Ximena|Pe.a|María|Jorge|Dana|@|\\+1512|Room", $"{tag.Value}"));
    }

    [Fact]
    public async Task What_was_done_is_counted()
    {
        var counts = new ConcurrentDictionary<string, long>();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == FlowMeter.Name)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, _, _) => counts.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        meters.Start();

        var sent = await LiveADayAsync();

        // Other tests of this process may count too.
        Assert.True(counts["notifier.notices.attempted"] >= sent);
        Assert.True(counts["notifier.reminders.raised"] >= 1);
        Assert.True(counts["notifier.students.refreshed"] >= 1);
    }

    private static async Task<int> LiveADayAsync()
    {
        // 30 days before the annual review: the family and the case manager are told.
        var clock = new FakeClock(OakHill.At(2026, 10, 13, 12));
        var channel = new FakeChannel();
        await using var home = await StoryHome.InAzureAsync(clock, channel);
        await home.ImportAsync(
            OakHill.District(), OakHill.Family(new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2025, 11, 14))));
        await home.RunUntilAsync(OakHill.At(2026, 10, 15, 12));
        Assert.NotEmpty(channel.Messages);
        return channel.Messages.Count;
    }

    private IEnumerable<Activity> WayBack(Activity step)
    {
        for (var one = step; one is not null; one = steps.SingleOrDefault(other => other.SpanId == one.ParentSpanId))
        {
            yield return one;
        }
    }
}
