using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>The records change between the hour at which a text is planned and the hour at which it may go out.</summary>
public sealed class RecordsInFluxTests : FlowTest
{
    private static readonly Instant Planned = OakHill.At(2026, 10, 14, 6, 30);

    private static readonly Instant Later = OakHill.At(2026, 10, 14, 12);

    [Fact]
    public async Task A_guardian_who_gets_a_new_id_while_her_text_waits_is_told_all_the_same()
    {
        await PlanAsync(File());
        var file = File();
        await ImportAsync(file with { Contacts = [file.Contacts[0] with { ContactId = "S1-C9" }, file.Contacts[1]] });
        await World.RunUntilAsync(Later);

        Assert.Equal([("S1-C9", Channel.Sms)], (await FamilyAsync()).Where(one => one.Channel == Channel.Sms));
    }

    [Fact]
    public async Task A_guardian_who_was_told_and_then_gets_a_new_id_is_not_told_again()
    {
        await PlanAsync(File());
        await World.RunUntilAsync(Later);
        var file = File();
        await ImportAsync(file with { Contacts = [file.Contacts[0] with { ContactId = "S1-C9" }, file.Contacts[1]] });
        // A report that came late makes somebody look at the reminder again.
        await World.UseCases.SendNotice.RunAsync((await NoticeAsync(Mother, Channel.Sms)).ToNoticeDue(), CancellationToken.None);

        Assert.Equal([(Mother, Channel.Sms), (Father, Channel.Email)], await FamilyAsync());
    }

    [Fact]
    public async Task A_contact_for_whom_another_of_the_same_phone_stood_is_told_when_that_one_gets_a_new_phone()
    {
        var file = File();
        var twin = file.Contacts[0] with { ContactId = "S1-C3", Name = "Aunt" };
        await PlanAsync(file with { Contacts = [.. file.Contacts, twin] });
        await ImportAsync(file with { Contacts = [file.Contacts[0] with { Phone = "+15125550177" }, file.Contacts[1], twin] });
        await World.RunUntilAsync(Later);

        Assert.Equal(
            [Mother, "S1-C3"], (await FamilyAsync()).Where(one => one.Channel == Channel.Sms).Select(one => one.RecipientId).Order());
    }

    [Fact]
    public async Task A_date_that_was_wrong_for_an_hour_silences_nobody()
    {
        await PlanAsync(File());
        await ImportAsync(OakHill.Family(new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld.PlusDays(7))));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 8, 30));
        Assert.Equal(nameof(WithholdReason.DueDateMoved), (await NoticeAsync(Mother, Channel.Sms)).Reason);

        await ImportAsync(File());
        await World.RunUntilAsync(Later);

        Assert.Equal([(Mother, Channel.Sms), (Father, Channel.Email)], await FamilyAsync());
        Assert.True((await World.UseCases.VerifyEvidence.RunAsync(
            OakHill.DistrictId, OakHill.StudentId, CancellationToken.None)).IsWhole);
    }

    [Fact]
    public async Task A_date_put_right_within_minutes_is_not_taken_for_a_repetition_by_the_queue()
    {
        await ImportAsync(File());
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 5, 59));
        Clock.MoveTo(OakHill.At(2026, 10, 14, 6));
        // Raised, but not yet handled: the queue is long at that hour.
        await World.RaiseAsync();
        await ImportAsync(OakHill.Family(new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld.PlusDays(7))));
        await World.DrainAsync();
        Assert.Empty(await FamilyAsync());

        Clock.Advance(Duration.FromMinutes(5));
        await ImportAsync(File());
        await World.RunUntilAsync(Later);

        Assert.Equal([(Mother, Channel.Sms), (Father, Channel.Email)], await FamilyAsync());
    }

    private async Task PlanAsync(StudentFile file)
    {
        await ImportAsync(file);
        await World.RunUntilAsync(Planned);
    }

    private async Task<IReadOnlyList<(string RecipientId, Channel Channel)>> FamilyAsync() =>
        [.. (await TakenAsync()).Where(one => one.Item1.StartsWith("S1-", StringComparison.Ordinal))];
}
