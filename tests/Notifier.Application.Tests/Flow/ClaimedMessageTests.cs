using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Receipts;
using Notifier.Delivery;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>Which attempt a provider's message belongs to, where two may have said the same to one number.</summary>
public sealed class ClaimedMessageTests : FlowTest
{
    [Fact]
    public async Task A_message_belongs_to_the_first_attempt_that_claims_it()
    {
        var index = new AttemptIndex(Tables, new AwaitedReports(Tables));

        Assert.True(await index.ClaimAsync("SM1", "a-1", CancellationToken.None));
        Assert.False(await index.ClaimAsync("SM1", "b-1", CancellationToken.None));
        Assert.True(await index.ClaimAsync("SM1", "a-1", CancellationToken.None));
        Assert.True(await index.ClaimAsync("SM2", "b-1", CancellationToken.None));
    }

    [Fact]
    public async Task An_accepted_text_is_claimed_by_its_attempt()
    {
        Provider.Taken = DeliveryOutcome.Accepted("SM7");
        await RunReminderDayAsync();

        Assert.False(await new AttemptIndex(Tables, new AwaitedReports(Tables)).ClaimAsync("SM7", "another-1", CancellationToken.None));
    }

    [Fact]
    public async Task A_report_that_overtakes_the_answer_claims_its_message_and_later_reports_still_find_the_attempt()
    {
        Provider.Answering = message => message.Channel == Channel.Sms ? FakeAnswer.TakeAndThrow : FakeAnswer.Take;
        Provider.CanFind = false;
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 8));
        var notice = await NoticeAsync(Mother, Channel.Sms);
        Assert.Equal(NoticeState.Unknown, notice.State);

        await ReportAsync(notice.AttemptId, "e1", NoticeState.Sent);
        await World.UseCases.ReconcileDeliveries.SettleInterruptedAsync(CancellationToken.None);
        await ReportAsync(notice.AttemptId, "e2", NoticeState.Delivered);

        Assert.Equal(NoticeState.Delivered, (await NoticeAsync(Mother, Channel.Sms)).State);
        Assert.False(await new AttemptIndex(Tables, new AwaitedReports(Tables)).ClaimAsync("SM9", "another-1", CancellationToken.None));
    }

    private Task ReportAsync(string attemptId, string eventId, NoticeState state) =>
        World.UseCases.RecordDelivery.RunAsync(
            new DeliveryEvent { EventId = eventId, AttemptId = attemptId, State = state, ProviderId = "SM9", At = Clock.GetCurrentInstant() },
            CancellationToken.None);
}
