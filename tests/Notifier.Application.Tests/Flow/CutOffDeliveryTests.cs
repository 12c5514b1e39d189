using NodaTime;
using Notifier.Application.Queues;
using Notifier.Delivery;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>The program ends between what the ledger says and what must follow from it: the next one makes up for it.</summary>
public sealed class CutOffDeliveryTests : FlowTest
{
    [Fact]
    public async Task A_text_put_off_for_the_only_contact_waits_on_the_queue()
    {
        var file = File();
        await ImportAsync(file with { Contacts = [file.Contacts[0]] });
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.Single(await TakenAsync(), (Mother, Channel.Sms));
    }

    [Fact]
    public async Task A_text_put_off_on_record_and_not_on_the_queue_is_put_there_again()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 5));
        await CrashBeforeItIsQueuedAsync(
            async () => (await World.NoticesAsync()).Any(row => row.RecipientId == Mother && row.NotBefore is not null),
            async () =>
            {
                Clock.MoveTo(OakHill.At(2026, 10, 14, 6));
                await World.RunHourAsync();
            });

        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.Single(await TakenAsync(), (Mother, Channel.Sms));
    }

    [Fact]
    public async Task A_new_attempt_that_is_not_on_the_queue_yet_is_put_there_by_the_next_look()
    {
        var first = true;
        Provider.Answering = message => message.RecipientName == "Jorge Peña" && first ? FakeAnswer.Throw : FakeAnswer.Take;
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 6));
        Assert.Equal(NoticeState.Unknown, (await NoticeAsync(Father, Channel.Email)).State);
        first = false;
        Clock.Advance(Duration.FromHours(1));
        await CrashBeforeItIsQueuedAsync(
            async () => (await NoticeAsync(Father, Channel.Email)).State == NoticeState.Planned,
            () => World.UseCases.ReconcileDeliveries.RunAsync(CancellationToken.None));

        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.Single(await TakenAsync(), (Father, Channel.Email));
    }

    [Fact]
    public async Task An_attempt_claimed_after_its_place_was_swept_away_is_found_again()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 5));
        var opened = false;
        Tables.BeforeCall = (what, table) =>
        {
            if (opened && (what, table) == ("transact", "Ledger"))
            {
                // Between the place and the claim a sweep finds a place that nobody claimed.
                (opened, Tables.BeforeCall) = (false, null);
                NewProcess().UseCases.ReconcileDeliveries.SettleInterruptedAsync(CancellationToken.None).GetAwaiter().GetResult();
            }

            opened |= (what, table) == ("upsert", "OpenAttempts");
        };
        Provider.Around = when =>
        {
            if (when == "before")
            {
                (Provider.Around, Tables.BeforeCall) = (null, (_, _) => throw new CrashException(when));
                throw new CrashException(when);
            }
        };
        Clock.MoveTo(OakHill.At(2026, 10, 14, 6));
        await Assert.ThrowsAsync<CrashException>(World.RunHourAsync);
        Tables.BeforeCall = null;

        World = NewProcess();
        Clock.Advance(Duration.FromMinutes(6));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.Equal([(Mother, Channel.Sms), (Father, Channel.Email), ("T1", Channel.Email)], await TakenAsync());
        Assert.DoesNotContain(await World.NoticesAsync(), row => row.State == NoticeState.Attempting);
    }

    [Fact]
    public async Task A_shard_whose_reminders_did_not_reach_the_queue_is_raised_when_it_comes_again()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 5));
        await CrashBeforeItIsQueuedAsync(
            () => Task.FromResult(true),
            async () =>
            {
                Clock.MoveTo(OakHill.At(2026, 10, 14, 9));
                await World.RunHourAsync();
            });
        Assert.Empty(await TakenAsync());

        await World.RunHourAsync();

        Assert.Equal([(Mother, Channel.Sms), (Father, Channel.Email), ("T1", Channel.Email)], await TakenAsync());
    }

    /// <summary>Ends the process at the first message for the queue of notices once something is on record.</summary>
    private async Task CrashBeforeItIsQueuedAsync(Func<Task<bool>> isOnRecord, Func<Task> run)
    {
        Queues.BeforeCall = (what, queue) =>
        {
            if (what == "send" && queue == QueueNames.NoticesDue && isOnRecord().GetAwaiter().GetResult())
            {
                Tables.BeforeCall = (_, _) => throw new CrashException(queue);
                throw new CrashException(queue);
            }
        };
        // Each of several open attempts has its turn, and the process is gone for all of them.
        var problem = await Assert.ThrowsAnyAsync<Exception>(run);
        Assert.All(problem is AggregateException all ? all.InnerExceptions : [problem], one => Assert.IsType<CrashException>(one));
        (Queues.BeforeCall, Tables.BeforeCall) = (null, null);
        World = NewProcess();
        // The locks of the dead process run out.
        Clock.Advance(Duration.FromMinutes(6));
    }
}
