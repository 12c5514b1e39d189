using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.Evidence;
using Notifier.Application.Tests.Flow;
using Notifier.Delivery;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Evidence;

/// <summary>The very record that a director, or a hearing officer, reads.</summary>
public sealed class AttemptRecordTests : ReplyTest
{
    private static readonly PlanDate Meeting = new(PlanDateKind.MeetingScheduled, new LocalDate(2026, 12, 3), "9:30; Room 4");

    [Fact]
    public async Task Tells_a_delivered_text_and_a_mail()
    {
        Provider.Taken = DeliveryOutcome.Accepted("provider-1");
        await RunReminderDayAsync();
        await ReportAsync(await NoticeAsync(Mother, Channel.Sms), "e1", "delivered", NoticeState.Delivered);
        await ReportAsync(await NoticeAsync(Father, Channel.Email), "e2", "delivered", NoticeState.Delivered);

        Golden.Check("delivered", await RecordAsync());
    }

    /// <summary>What a file of this machine holds was carried to nobody, whatever the state is called.</summary>
    [Fact]
    public async Task Does_not_call_a_file_in_the_outbox_a_delivery_to_the_family()
    {
        await RunReminderDayAsync();

        var record = await RecordAsync();

        Assert.Contains("Of what counts as delivered, 2 lie in the outbox of this machine: files that no provider carried.", record, StringComparison.Ordinal);
        Assert.Contains("Outcome: delivered to the outbox of this machine; no provider carried it", record, StringComparison.Ordinal);
        Assert.DoesNotContain("Outcome: delivered\n", record, StringComparison.Ordinal);
    }

    /// <summary>Text and mail both fail, so that a person is asked to send a letter; the father's mail is taken, and no report came.</summary>
    [Fact]
    public async Task Tells_what_was_sent_back_and_who_was_asked_for_a_letter()
    {
        Provider.Taken = DeliveryOutcome.Accepted("provider-1");
        await RunReminderDayAsync();
        await ReportAsync(await NoticeAsync(Mother, Channel.Sms), "e1", "30006 landline or unreachable carrier");
        await ReportAsync(await NoticeAsync(Mother, Channel.Email), "e2", "bounce 5.1.1");

        Golden.Check("bounced", await RecordAsync());
    }

    [Fact]
    public async Task Tells_every_answer_in_the_words_of_the_person()
    {
        await World.ImportAsync(OakHill.District(), File(Meeting));
        await World.RunUntilAsync(OakHill.At(2026, 11, 13, 12));
        await WriteBackAsync("Sí, ahí estaré\nGracias \u001b[2J");
        await WriteBackAsync("STOP");

        Golden.Check("answered", await RecordAsync());
    }

    [Fact]
    public async Task Says_so_when_the_record_was_changed()
    {
        await RunReminderDayAsync();
        var entry = (await World.EvidenceAsync())[3];
        await Tables.Open(LedgerPartition.Table).UpsertAsync(entry with { Detail = "x" }, EvidenceJson.Default.EvidenceRow, CancellationToken.None);

        Assert.Contains("THE RECORD IS NOT WHOLE: Entry 4 was changed", await RecordAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_so_when_words_of_an_answer_were_put_in_the_place_of_others()
    {
        await RunReminderDayAsync();
        await WriteBackAsync("Please call me");
        var kept = Assert.Single(await KeptAsync());
        await Tables.Open(LedgerPartition.Table).UpsertAsync(
            kept with { Text = "All is well" }, Application.Delivery.Replies.ReplyJson.Default.ReplyRow, CancellationToken.None);

        Assert.Contains("\"All is well\" (NOT the words of that day: the hash differs)", await RecordAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_was_changed_since_is_not_passed_off_as_the_one_that_was_used()
    {
        await RunReminderDayAsync();
        await ImportAsync(File() with
        {
            Contacts = [OakHill.Mother(OakHill.StudentId) with { Phone = "+15125550143" }, OakHill.Father(OakHill.StudentId)],
        });

        var record = await RecordAsync();

        Assert.Contains("By: text (the number that was used is not the one on file today, +15125550143)", record, StringComparison.Ordinal);
        Assert.DoesNotContain("+15125550142", record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_left_the_files_is_named_by_id_alone()
    {
        await RunReminderDayAsync();
        await ImportAsync(File() with { Contacts = [OakHill.Mother(OakHill.StudentId)] });

        Assert.Contains("To: S1-C2 (not on file today)", await RecordAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_that_was_not_true_any_more_is_in_the_record()
    {
        await RunReminderDayAsync();
        await ImportAsync(File(new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 10, 14))));
        await World.UseCases.SendNotice.RunAsync(
            (await NoticeAsync(Mother, Channel.Sms)).ToNoticeDue() with { StepId = "family-14", RecipientId = null }, CancellationToken.None);

        Assert.Matches(
            @"(?s)Not sent to the family, on purpose\s+-+\s+Wed Oct 14, 2026, .*?Annual review of the plan, due Sat Nov 14, 2026, plan P1: not sent, on purpose: ",
            await RecordAsync());
    }

    private async Task<string> RecordAsync() => AttemptRecord.ToText(
        await World.UseCases.EvidenceReport.ReadAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None));

    private async Task ReportAsync(NoticeRow notice, string id, string reason, NoticeState state = NoticeState.Failed)
    {
        await World.UseCases.RecordDelivery.RunAsync(
            new DeliveryEvent
            {
                EventId = id,
                AttemptId = notice.AttemptId,
                State = state,
                Reason = reason,
                At = Clock.GetCurrentInstant(),
                EndsAddress = state == NoticeState.Failed,
            },
            CancellationToken.None);
        await World.DrainAsync();
    }
}
