using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.Delivery.Reach;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>Messages a provider took and never reported on.</summary>
public sealed class MissingReportTests : FlowTest
{
    private readonly List<string> asked = [];
    private DeliveryOutcome? listed;

    public MissingReportTests()
    {
        Provider.Taken = DeliveryOutcome.Accepted("SM1");
        World = new FlowWorld(Tables, Queues, Queues, new ListedChannel(this), Clock);
    }

    [Fact]
    public async Task A_text_that_the_list_shows_as_delivered_is_delivered()
    {
        await RunMorningAsync();
        var taken = Provider.Messages.Count;
        listed = DeliveryOutcome.Delivered("SM1");

        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 14));

        var notice = await NoticeAsync(Mother, Channel.Sms);
        Assert.Equal(NoticeState.Delivered, notice.State);
        Assert.Equal(
            [EvidenceKind.NoticeAccepted, EvidenceKind.OutcomeReconciled, EvidenceKind.NoticeDelivered],
            (await KindsAsync(notice)).TakeLast(3));
        Assert.Equal(taken, Provider.Messages.Count);
    }

    [Fact]
    public async Task A_text_that_the_list_shows_as_failed_opens_mail()
    {
        await RunMorningAsync();
        listed = DeliveryOutcome.Never("30006: a landline, or a carrier that takes no texts") with { EndsAddress = true };

        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 14));

        Assert.Equal(NoticeState.Failed, (await NoticeAsync(Mother, Channel.Sms)).State);
        Assert.Contains((Mother, Channel.Email), await TakenAsync());
        Assert.NotNull(await World.UseCases.Suppressions.ReasonAsync(
            OakHill.DistrictId, Channel.Sms, OakHill.Mother(OakHill.StudentId).Phone, CancellationToken.None));
    }

    [Fact]
    public async Task A_refusal_found_late_ends_no_texts_that_were_asked_for_since()
    {
        await RunMorningAsync();
        Clock.Advance(Duration.FromMinutes(30));
        var (phone, now) = (OakHill.Mother(OakHill.StudentId).Phone, Clock.GetCurrentInstant());
        await World.UseCases.Suppressions.ResumeAsync(
            OakHill.DistrictId, Suppressions.HashOf(Channel.Sms, phone), Channel.Sms, "replied START", now, CancellationToken.None);
        listed = DeliveryOutcome.Never("21610: opted out") with { EndsAddress = true };

        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 14));

        Assert.Equal(NoticeState.Failed, (await NoticeAsync(Mother, Channel.Sms)).State);
        Assert.Null(await World.UseCases.Suppressions.ReasonAsync(OakHill.DistrictId, Channel.Sms, phone, CancellationToken.None));
    }

    [Fact]
    public async Task A_text_is_asked_for_four_times_in_three_days_and_then_left_as_it_is()
    {
        await RunMorningAsync();
        var taken = Provider.Messages.Count;
        var attempt = (await NoticeAsync(Mother, Channel.Sms)).AttemptId;
        listed = DeliveryOutcome.Unknown("not in the provider's list");

        await World.RunUntilAsync(OakHill.At(2026, 10, 19, 12));

        var notice = await NoticeAsync(Mother, Channel.Sms);
        Assert.Equal(4, asked.Count(one => one == attempt));
        Assert.Equal((NoticeState.Accepted, 1), (notice.State, notice.Attempt));
        Assert.Equal(EvidenceKind.FinalReportMissing, (await KindsAsync(notice))[^1]);
        Assert.Single(await KindsAsync(notice), kind => kind == EvidenceKind.FinalReportMissing);
        Assert.DoesNotContain((Mother, Channel.Email), await TakenAsync());
        Assert.Equal(taken, Provider.Messages.Count);
        Assert.Empty(await AwaitedAsync());
    }

    [Fact]
    public async Task An_email_is_not_asked_for_and_ends_after_three_days_without_a_report()
    {
        await RunMorningAsync();
        var attempt = (await NoticeAsync(Father, Channel.Email)).AttemptId;

        await World.RunUntilAsync(OakHill.At(2026, 10, 17, 5));
        Assert.DoesNotContain(EvidenceKind.FinalReportMissing, await KindsAsync(await NoticeAsync(Father, Channel.Email)));
        await World.RunUntilAsync(OakHill.At(2026, 10, 17, 8));

        Assert.DoesNotContain(attempt, asked);
        var notice = await NoticeAsync(Father, Channel.Email);
        Assert.Equal((NoticeState.Accepted, 1), (notice.State, notice.Attempt));
        Assert.Equal(EvidenceKind.FinalReportMissing, (await KindsAsync(notice))[^1]);
    }

    [Fact]
    public async Task A_report_after_the_last_look_still_counts()
    {
        await A_text_is_asked_for_four_times_in_three_days_and_then_left_as_it_is();

        await ReportAsync(await NoticeAsync(Mother, Channel.Sms), NoticeState.Delivered);

        Assert.Equal(NoticeState.Delivered, (await NoticeAsync(Mother, Channel.Sms)).State);
    }

    [Fact]
    public async Task What_was_reported_is_neither_kept_among_those_awaited_nor_asked_for()
    {
        await RunMorningAsync();
        foreach (var notice in (await World.NoticesAsync()).Where(row => row.State == NoticeState.Accepted))
        {
            await ReportAsync(notice, NoticeState.Delivered);
        }

        Assert.Empty(await AwaitedAsync());
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 18));
        Assert.Empty(asked);
    }

    [Fact]
    public async Task Before_the_first_look_it_costs_one_read_however_many_are_awaited()
    {
        await RunMorningAsync();
        Clock.MoveTo(OakHill.At(2026, 10, 14, 11));
        var before = Tables.Calls;

        // The open attempts, and the reports that are missing by now.
        await World.UseCases.ReconcileDeliveries.RunAsync(CancellationToken.None);

        Assert.Equal(2, Tables.Calls - before);
        Assert.NotEmpty(await AwaitedAsync());
    }

    [Fact]
    public async Task A_list_that_says_nothing_was_sent_sends_nothing_again()
    {
        await RunMorningAsync();
        var taken = Provider.Messages.Count;
        listed = DeliveryOutcome.TryAgain("nothing there");

        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 20));

        Assert.Equal(taken, Provider.Messages.Count);
        Assert.Equal(NoticeState.Accepted, (await NoticeAsync(Mother, Channel.Sms)).State);
    }

    private async Task RunMorningAsync()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 9));
    }

    private async Task<IReadOnlyList<OpenAttemptRow>> AwaitedAsync()
    {
        var rows = new List<OpenAttemptRow>();
        await foreach (var row in new AwaitedReports(Tables).ListAsync(OakHill.At(2027, 1, 1, 0), CancellationToken.None))
        {
            rows.Add(row);
        }

        return rows;
    }

    private Task ReportAsync(NoticeRow notice, NoticeState state) =>
        World.UseCases.RecordDelivery.RunAsync(
            new DeliveryEvent { EventId = "e1", AttemptId = notice.AttemptId, State = state, At = Clock.GetCurrentInstant() },
            CancellationToken.None);

    private sealed class ListedChannel(MissingReportTests test) : IDeliveryChannel
    {
        public Task<DeliveryOutcome> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
            test.Provider.DeliverAsync(message, cancellationToken);

        public Task<DeliveryOutcome> FindAsync(LostAttempt attempt, CancellationToken cancellationToken)
        {
            test.asked.Add(attempt.AttemptId);
            return Task.FromResult(test.listed ?? DeliveryOutcome.Accepted("SM1"));
        }
    }
}
