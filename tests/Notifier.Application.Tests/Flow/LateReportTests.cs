using NodaTime;
using Notifier.Application.Delivery.Receipts;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>A provider's reports that come late, out of order, of an attempt that is over, or to a program that ends.</summary>
public sealed class LateReportTests : FlowTest
{
    public LateReportTests() => Provider.Taken = DeliveryOutcome.Accepted("provider-1");

    [Theory]
    [InlineData(NoticeState.Delivered, NoticeState.Sent)]
    [InlineData(NoticeState.Delivered, NoticeState.NotSent)]
    [InlineData(NoticeState.Sent, NoticeState.NotSent)]
    [InlineData(NoticeState.Failed, NoticeState.Sent)]
    [InlineData(NoticeState.Failed, NoticeState.Delivered)]
    public async Task A_mail_never_goes_back_and_the_report_is_evidence(NoticeState stands, NoticeState late)
    {
        await RunReminderDayAsync();
        var notice = await NoticeAsync(Father, Channel.Email);

        await ReportAsync(notice.AttemptId, "e1", stands);
        await ReportAsync(notice.AttemptId, "e2", late);

        Assert.Equal(stands, (await NoticeAsync(Father, Channel.Email)).State);
        Assert.Single(await KindsAsync(notice), kind => kind == EvidenceKind.ReceiptNoted);
    }

    [Fact]
    public async Task A_report_of_an_earlier_attempt_says_nothing_of_the_present_one()
    {
        var busy = true;
        Provider.Answering = message => message.RecipientName == "Jorge Peña" && busy ? FakeAnswer.TryAgain : FakeAnswer.Take;
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 5));
        // The program ends before the place of the first attempt is cleared away, so that reports of it still find the notice.
        var first = "";
        Tables.BeforeCall = (what, table) =>
        {
            if ((what, table) != ("delete", "OpenAttempts") || first.Length > 0)
            {
                return;
            }

            var father = World.NoticesAsync().GetAwaiter().GetResult().FirstOrDefault(row => row.RecipientId == Father && row.Attempt == 1);
            if (father is { State: NoticeState.Planned })
            {
                first = father.AttemptId;
                throw new CrashException(table);
            }
        };
        Clock.MoveTo(OakHill.At(2026, 10, 14, 6));
        await Assert.ThrowsAsync<CrashException>(World.RunHourAsync);
        (World, busy) = (NewProcess(), false);
        Clock.Advance(Duration.FromHours(3));
        await World.DrainAsync();
        var second = await NoticeAsync(Father, Channel.Email);
        Assert.Equal((2, NoticeState.Accepted), (second.Attempt, second.State));

        await ReportAsync(first, "e1", NoticeState.Failed);

        Assert.Equal(NoticeState.Accepted, (await NoticeAsync(Father, Channel.Email)).State);
        Assert.Single(await EvidenceAsync(EvidenceKind.ReceiptNoted), row => row.AttemptId == first);
    }

    [Fact]
    public async Task The_next_way_is_opened_although_the_program_ended_after_the_report_was_recorded()
    {
        await RunReminderDayAsync();
        var notice = await NoticeAsync(Mother, Channel.Sms);
        Queues.BeforeCall = (what, queue) => throw new CrashException($"{what} {queue}");
        await Assert.ThrowsAsync<CrashException>(() => ReportAsync(notice.AttemptId, "e1", NoticeState.Failed));
        Queues.BeforeCall = null;
        Assert.Equal(NoticeState.Failed, (await NoticeAsync(Mother, Channel.Sms)).State);

        World = NewProcess();
        await ReportAsync(notice.AttemptId, "e1", NoticeState.Failed);
        await World.RunHourAsync();

        Assert.Contains((Mother, Channel.Email), await TakenAsync());
    }

    private Task ReportAsync(string attemptId, string eventId, NoticeState state) =>
        World.UseCases.RecordDelivery.RunAsync(
            new DeliveryEvent { EventId = eventId, AttemptId = attemptId, State = state, At = Clock.GetCurrentInstant() },
            CancellationToken.None);
}
