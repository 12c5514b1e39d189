using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>Receipts of a provider that accepts first and reports later.</summary>
public sealed class RecordDeliveryTests : FlowTest
{
    public RecordDeliveryTests() => Provider.Taken = DeliveryOutcome.Accepted("provider-1");

    [Fact]
    public async Task Receipts_move_a_notice_forward()
    {
        await RunReminderDayAsync();
        Assert.Equal(NoticeState.Accepted, (await NoticeAsync(Mother, Channel.Sms)).State);

        await ReportAsync("e1", NoticeState.Sent);
        Assert.Equal(NoticeState.Sent, (await NoticeAsync(Mother, Channel.Sms)).State);
        await ReportAsync("e2", NoticeState.Delivered);

        var notice = await NoticeAsync(Mother, Channel.Sms);
        Assert.Equal(NoticeState.Delivered, notice.State);
        Assert.Equal(
            [EvidenceKind.NoticeAccepted, EvidenceKind.NoticeSent, EvidenceKind.NoticeDelivered],
            (await KindsAsync(notice)).TakeLast(3));
    }

    [Fact]
    public async Task Receipts_out_of_order_never_move_it_back_and_all_are_evidence()
    {
        await RunReminderDayAsync();

        await ReportAsync("e2", NoticeState.Delivered);
        await ReportAsync("e1", NoticeState.Sent);
        await ReportAsync("e3", NoticeState.Failed);

        var notice = await NoticeAsync(Mother, Channel.Sms);
        Assert.Equal(NoticeState.Delivered, notice.State);
        Assert.Equal(2, (await KindsAsync(notice)).Count(kind => kind == EvidenceKind.ReceiptNoted));
    }

    [Fact]
    public async Task A_repeated_receipt_is_taken_in_once()
    {
        await RunReminderDayAsync();

        await ReportAsync("e1", NoticeState.Delivered);
        var entries = (await World.EvidenceAsync()).Count;
        await ReportAsync("e1", NoticeState.Delivered);

        Assert.Equal(entries, (await World.EvidenceAsync()).Count);
    }

    [Fact]
    public async Task A_receipt_that_two_take_in_at_once_is_taken_in_once()
    {
        await RunReminderDayAsync();
        var isOvertaken = false;
        Tables.BeforeCall = (what, table) =>
        {
            // The other process has the same report, and is faster by the whole of it.
            if ((what, table, isOvertaken) == ("transact", "Ledger", false))
            {
                isOvertaken = true;
                ReportAsync("e1", NoticeState.Delivered).GetAwaiter().GetResult();
            }
        };

        await ReportAsync("e1", NoticeState.Delivered);

        var kinds = await KindsAsync(await NoticeAsync(Mother, Channel.Sms));
        Assert.Equal((1, 0), (kinds.Count(kind => kind == EvidenceKind.NoticeDelivered), kinds.Count(kind => kind == EvidenceKind.ReceiptNoted)));
    }

    [Fact]
    public async Task A_failed_text_opens_mail()
    {
        await RunReminderDayAsync();

        await ReportAsync("e1", NoticeState.Failed);
        await World.RunHourAsync();

        Assert.Equal(
            [(Mother, Channel.Email), (Mother, Channel.Sms)], (await TakenAsync()).Where(one => one.Recipient == Mother).Order());
    }

    [Fact]
    public async Task A_stop_ends_texts_to_the_number_and_not_the_duty()
    {
        await RunReminderDayAsync();

        await ReportAsync("e1", NoticeState.Failed, endsAddress: true);
        await World.RunHourAsync();

        Assert.Equal(
            "30006",
            await World.UseCases.Suppressions.ReasonAsync(
                OakHill.DistrictId, Channel.Sms, OakHill.Mother(OakHill.StudentId).Phone, CancellationToken.None));
        Assert.Contains((Mother, Channel.Email), await TakenAsync());
    }

    [Fact]
    public async Task An_ended_address_is_a_task_to_repair_the_contact_until_another_one_is_imported()
    {
        await RunReminderDayAsync();

        await ReportAsync("e1", NoticeState.Failed, endsAddress: true);
        await World.RunHourAsync();

        var problem = Assert.Single(await ProblemsAsync(ProblemKind.ContactBroken));
        Assert.Equal((Mother, "T1"), (problem.RecipientId, problem.OwnerId));
        Assert.Contains("due 2026-11-14", problem.What, StringComparison.Ordinal);
        Assert.DoesNotContain("5550142", problem.What, StringComparison.Ordinal);
        Assert.Contains(Provider.Messages, message => message.Address == "t1@example.org" && message.Content.Subject == "staff-contact-repair");

        var file = File();
        await ImportAsync(file with
        {
            Contacts = [.. file.Contacts.Select(one => one.ContactId == Mother ? one with { Phone = "+15125550143" } : one)],
        });
        await World.RunHourAsync();
        Assert.Empty(await ProblemsAsync(ProblemKind.ContactBroken));
    }

    [Fact]
    public async Task A_bounce_after_delivery_decides_for_mail()
    {
        await RunReminderDayAsync();
        var notice = await NoticeAsync(Father, Channel.Email);

        await ReportAsync(notice, "e1", NoticeState.Delivered);
        await ReportAsync(notice, "e2", NoticeState.Failed);

        Assert.Equal(NoticeState.Failed, (await NoticeAsync(Father, Channel.Email)).State);
    }

    [Fact]
    public async Task A_receipt_before_the_answer_is_taken_in()
    {
        Provider.Answering = message =>
        {
            if (message.Channel == Channel.Sms)
            {
                World.UseCases.RecordDelivery.RunAsync(
                    Event(message.AttemptId, "e1", NoticeState.Delivered), CancellationToken.None).GetAwaiter().GetResult();
            }

            return FakeAnswer.Take;
        };
        await RunReminderDayAsync();

        Assert.Equal(NoticeState.Delivered, (await NoticeAsync(Mother, Channel.Sms)).State);
    }

    [Fact]
    public async Task A_receipt_of_an_attempt_nobody_knows_changes_nothing()
    {
        await RunReminderDayAsync();
        var entries = (await World.EvidenceAsync()).Count;

        await World.UseCases.RecordDelivery.RunAsync(
            Event("0123456789abcdef-1", "e1", NoticeState.Delivered), CancellationToken.None);

        Assert.Equal(entries, (await World.EvidenceAsync()).Count);
    }

    [Fact]
    public async Task A_report_that_is_sent_again_does_not_end_an_address_that_was_opened_since()
    {
        await RunReminderDayAsync();
        var notice = await NoticeAsync(Mother, Channel.Sms);
        await ReportAsync(notice, "e9", NoticeState.Failed, endsAddress: true);
        Clock.Advance(Duration.FromDays(1));
        var phone = OakHill.Mother(OakHill.StudentId).Phone;
        await World.UseCases.Suppressions.LiftAsync(
            OakHill.DistrictId, Channel.Sms, phone, "the number was mended", Clock.GetCurrentInstant(), CancellationToken.None);
        Clock.Advance(Duration.FromDays(1));

        await ReportAsync(notice, "e9", NoticeState.Failed, endsAddress: true);

        Assert.Null(await World.UseCases.Suppressions.ReasonAsync(OakHill.DistrictId, Channel.Sms, phone, CancellationToken.None));
    }

    private async Task ReportAsync(string eventId, NoticeState state, bool endsAddress = false) =>
        await ReportAsync(await NoticeAsync(Mother, Channel.Sms), eventId, state, endsAddress);

    private Task ReportAsync(NoticeRow notice, string eventId, NoticeState state, bool endsAddress = false) =>
        World.UseCases.RecordDelivery.RunAsync(
            Event(notice.AttemptId, eventId, state) with { EndsAddress = endsAddress, Reason = "30006" }, CancellationToken.None);

    private DeliveryEvent Event(string attemptId, string eventId, NoticeState state) =>
        new() { EventId = eventId, AttemptId = attemptId, State = state, At = Clock.GetCurrentInstant() };
}
