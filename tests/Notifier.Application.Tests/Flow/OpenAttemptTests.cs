using NodaTime;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>Attempts of which nobody knows what became of them.</summary>
public sealed class OpenAttemptTests : FlowTest
{
    [Theory]
    [InlineData(FakeAnswer.TakeAndHang)]
    [InlineData(FakeAnswer.TakeAndThrow)]
    public async Task What_is_found_at_the_provider_is_adopted_and_not_sent_again(FakeAnswer answer)
    {
        Provider.Answering = _ => answer;
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 6));
        Assert.Equal(NoticeState.Unknown, (await NoticeAsync(Father, Channel.Email)).State);

        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 7));

        var notice = await NoticeAsync(Father, Channel.Email);
        Assert.Equal((NoticeState.Delivered, 1), (notice.State, notice.Attempt));
        Assert.Single(await TakenAsync(), one => one.Recipient == Father);
        Assert.Contains(EvidenceKind.OutcomeReconciled, await KindsAsync(notice));
    }

    [Theory]
    [InlineData(FakeAnswer.Hang)]
    [InlineData(FakeAnswer.Throw)]
    public async Task What_certainly_did_not_go_out_is_attempted_anew(FakeAnswer answer)
    {
        var first = true;
        Provider.Answering = message =>
        {
            var isFirst = first && message.RecipientName == "Jorge Peña";
            first &= !isFirst;
            return isFirst ? answer : FakeAnswer.Take;
        };
        await RunReminderDayAsync();

        var notice = await NoticeAsync(Father, Channel.Email);
        Assert.Equal((NoticeState.Delivered, 2), (notice.State, notice.Attempt));
        Assert.Single(await TakenAsync(), one => one.Recipient == Father);
    }

    [Fact]
    public async Task What_cannot_be_found_out_is_held_and_becomes_a_task_for_a_person()
    {
        Provider.CanFind = false;
        Provider.Answering = message => message.RecipientName == "Jorge Peña" ? FakeAnswer.TakeAndThrow : FakeAnswer.Take;
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 15, 5));
        // 30 days ahead there is time: it is looked for a whole day.
        Assert.Empty(await ProblemsAsync(ProblemKind.OutcomeUnknown));

        await World.RunUntilAsync(OakHill.At(2026, 10, 17, 12));

        var problem = Assert.Single(await ProblemsAsync(ProblemKind.OutcomeUnknown));
        Assert.Equal((Father, "T1"), (problem.RecipientId, problem.OwnerId));
        Assert.Equal(NoticeState.Unknown, (await NoticeAsync(Father, Channel.Email)).State);
        Assert.Single(await TakenAsync(), one => one.Recipient == Father);
        Assert.Single(await KindsAsync(await NoticeAsync(Father, Channel.Email)), kind => kind == EvidenceKind.OutcomeUnknown);
    }

    [Fact]
    public async Task A_late_receipt_settles_what_was_given_up()
    {
        await What_cannot_be_found_out_is_held_and_becomes_a_task_for_a_person();
        var notice = await NoticeAsync(Father, Channel.Email);

        await World.UseCases.RecordDelivery.RunAsync(
            new DeliveryEvent
            {
                EventId = "e1",
                AttemptId = notice.AttemptId,
                State = NoticeState.Delivered,
                At = Clock.GetCurrentInstant(),
            },
            CancellationToken.None);

        Assert.Equal(NoticeState.Delivered, (await NoticeAsync(Father, Channel.Email)).State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_redelivered_message_leaves_an_interrupted_attempt_alone(bool wasTaken)
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 5));
        var crashed = false;
        Provider.Around = when =>
        {
            if (!crashed && when == (wasTaken ? "after" : "before"))
            {
                crashed = true;
                Tables.BeforeCall = (_, _) => throw new CrashException(when);
                throw new CrashException(when);
            }
        };
        Clock.MoveTo(OakHill.At(2026, 10, 14, 6));
        await Assert.ThrowsAsync<CrashException>(World.RunHourAsync);
        Tables.BeforeCall = null;

        // The lock runs out, the message comes again; the attempt is younger than the age at which it is looked into.
        World = NewProcess();
        Clock.Advance(Duration.FromMinutes(6));
        await World.DrainAsync();
        var interrupted = (await World.NoticesAsync()).Single(row => row.State == NoticeState.Attempting);
        Assert.Equal(wasTaken ? 1 : 0, Provider.Messages.Count(message => message.NoticeId == interrupted.NoticeId));

        await World.UseCases.ReconcileDeliveries.SettleInterruptedAsync(CancellationToken.None);
        Clock.Advance(Duration.FromMinutes(2));
        await World.DrainAsync();
        Assert.Single(Provider.Messages, message => message.NoticeId == interrupted.NoticeId);
        Assert.Equal(
            NoticeState.Delivered,
            (await World.NoticesAsync()).Single(row => row.NoticeId == interrupted.NoticeId).State);
    }

    [Fact]
    public async Task Settling_reads_only_what_is_open()
    {
        await RunReminderDayAsync();
        var before = Tables.Calls;

        await World.UseCases.ReconcileDeliveries.RunAsync(CancellationToken.None);

        // The open attempts, and the reports that are missing.
        Assert.Equal(2, Tables.Calls - before);
    }
}
