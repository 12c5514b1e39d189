using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Notifier.Application.Alarms;
using Notifier.Application.Notices;
using Notifier.Application.Queues;
using Notifier.Application.Runs;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Alarms;

/// <summary>Each thing that can fail, failing: an alarm arrives by a way that does not need it.</summary>
public sealed class WatchmanTests
{
    private const string Contact = "office@example.org";
    private const string Mailbox = "it@example.org";

    private readonly FakeClock clock = new(OakHill.At(2026, 10, 13, 5));
    private readonly InMemoryTables tables = new();
    private readonly InMemoryQueues queues;
    private readonly FakeChannel channel = new();
    private bool storeIsDown;

    public WatchmanTests() => queues = new InMemoryQueues(clock);

    private IReadOnlyList<string> Alarms =>
        [.. channel.Messages.Where(message => message.Why.StartsWith("An alarm", StringComparison.Ordinal)).Select(message => message.Address)];

    [Fact]
    public async Task A_run_that_did_not_finish_is_told_by_mail_once_although_no_message_is_taken_from_any_queue()
    {
        var home = NewHome(Mailbox);
        await ImportAsync();
        // The shards are put on their queue, and nobody takes them.
        clock.MoveTo(OakHill.At(2026, 10, 13, 6));
        await home.RaiseReminders.RunAsync(CancellationToken.None);
        clock.MoveTo(OakHill.At(2026, 10, 13, 7, 50));
        await home.WatchRuns.RunAsync(CancellationToken.None);
        Assert.Empty(Alarms);

        clock.MoveTo(OakHill.At(2026, 10, 13, 8, 0));
        await home.WatchRuns.RunAsync(CancellationToken.None);
        await NewHome(Mailbox).WatchRuns.RunAsync(CancellationToken.None);

        Assert.Equal([Mailbox, Contact], Alarms);
        var alarm = channel.Messages[^1].Content;
        Assert.Contains("The run of 2026-10-13 was not done", alarm.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ximena", alarm.Subject + alarm.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_store_fails_whoever_was_seen_before_is_told_and_again_after_six_hours()
    {
        var home = NewHome(mailbox: "");
        await ImportAsync();
        await home.WatchRuns.RunAsync(CancellationToken.None);
        storeIsDown = true;

        await Assert.ThrowsAnyAsync<Exception>(() => home.WatchRuns.RunAsync(CancellationToken.None));
        var first = Alarms.Count;
        clock.Advance(Duration.FromHours(1));
        await Assert.ThrowsAnyAsync<Exception>(() => home.WatchRuns.RunAsync(CancellationToken.None));
        Assert.Equal(first, Alarms.Count);
        clock.Advance(Duration.FromHours(6));
        await Assert.ThrowsAnyAsync<Exception>(() => home.WatchRuns.RunAsync(CancellationToken.None));

        Assert.True(first > 0);
        Assert.Equal(first * 2, Alarms.Count);
        Assert.All(Alarms, address => Assert.Equal(Contact, address));
    }

    [Fact]
    public async Task When_the_store_fails_from_the_first_moment_the_mailbox_of_the_settings_is_told()
    {
        storeIsDown = true;

        await Assert.ThrowsAnyAsync<Exception>(() => NewHome(Mailbox).WatchRuns.RunAsync(CancellationToken.None));

        Assert.NotEmpty(Alarms);
        Assert.All(Alarms, address => Assert.Equal(Mailbox, address));
    }

    [Fact]
    public async Task A_message_that_nobody_takes_for_an_hour_is_told()
    {
        var home = NewHome(Mailbox);
        await ImportAsync();
        await queues.SendAsync(QueueNames.NoticesDue, [new QueueMessage { MessageId = "m1", Body = "{}"u8.ToArray() }], CancellationToken.None);

        await home.WatchRuns.RunAsync(CancellationToken.None);
        Assert.Empty(Alarms);
        clock.Advance(Duration.FromHours(1));
        await home.WatchRuns.RunAsync(CancellationToken.None);

        Assert.Contains(channel.Messages, message => message.Content.Text.Contains("queue notices-due", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_queue_that_fails_is_told_and_the_runs_are_looked_at_all_the_same()
    {
        var home = NewHome(Mailbox);
        await ImportAsync();
        clock.MoveTo(OakHill.At(2026, 10, 13, 6));
        await home.RaiseReminders.RunAsync(CancellationToken.None);
        queues.BeforeCall = (what, _) =>
        {
            if (what == "oldest")
            {
                throw new TimeoutException("no answer");
            }
        };
        clock.MoveTo(OakHill.At(2026, 10, 13, 9));

        await Assert.ThrowsAsync<TimeoutException>(() => home.WatchRuns.RunAsync(CancellationToken.None));

        Assert.Contains(channel.Messages, message => message.Content.Text.StartsWith("The queues do not answer", StringComparison.Ordinal));
        Assert.Contains(channel.Messages, message => message.Content.Text.StartsWith("The run of 2026-10-13", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_mail_provider_fails_the_watch_says_so_loudly_and_tries_again_in_an_hour()
    {
        channel.Answering = _ => FakeAnswer.Refuse;
        var home = NewHome(Mailbox);
        storeIsDown = true;
        await Assert.ThrowsAnyAsync<Exception>(() => home.WatchRuns.RunAsync(CancellationToken.None));
        Assert.Empty(Alarms);

        channel.Answering = null;
        clock.Advance(Duration.FromHours(1));
        await Assert.ThrowsAnyAsync<Exception>(() => home.WatchRuns.RunAsync(CancellationToken.None));

        Assert.NotEmpty(Alarms);
    }

    private UseCases NewHome(string mailbox) => new(
        new WatchedTables(tables, (_, _) => Answer()), queues, channel,
        new NoticeComposer(new PlainTemplates()), clock, loggers: NullLoggerFactory.Instance,
        alarmSettings: new AlarmSettings { Mailbox = mailbox }, queueAges: queues);

    private void Answer()
    {
        if (storeIsDown)
        {
            throw new TimeoutException("no answer");
        }
    }

    // The import's own messages are handled: what waits afterwards waits for a reason.
    private async Task ImportAsync()
    {
        var world = new FlowWorld(tables, queues, queues, channel, clock);
        await world.ImportAsync(OakHill.District(), OakHill.Family());
        await world.DrainAsync();
    }
}
