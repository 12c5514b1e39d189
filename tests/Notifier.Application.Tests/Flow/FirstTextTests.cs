using NodaTime;
using Notifier.Application.Delivery.Attempts;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>The first text to a number says who writes and how to end texts; later ones do not repeat it.</summary>
public sealed class FirstTextTests : FlowTest
{
    private static readonly PlanDate Meeting = new(PlanDateKind.MeetingScheduled, new LocalDate(2026, 12, 3), "9:30; Room 4");

    [Fact]
    public async Task Once_a_number_whatever_comes_later()
    {
        await ImportAsync(File(Meeting));
        await World.RunUntilAsync(OakHill.At(2026, 12, 3, 12));

        var texts = Texts();
        Assert.True(texts.Count >= 4, $"{texts.Count} texts");
        Assert.Equal([0], FirstOnes(texts));
    }

    [Fact]
    public async Task Not_again_for_a_brother_or_sister_at_the_number_unless_at_the_same_time()
    {
        var sibling = OakHill.Family("S2", "P2", new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld));
        await World.ImportAsync(OakHill.District(), File(), sibling);
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));
        // Both texts went out together, and neither could know of the other.
        Assert.Equal([0, 1], FirstOnes(Texts()));

        await World.ImportAsync(
            OakHill.District(), File(), sibling, OakHill.Family("S3", "P3", new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld)));
        await World.RunUntilAsync(OakHill.At(2026, 10, 15, 12));

        Assert.Equal(3, Texts().Count);
        Assert.Equal([0, 1], FirstOnes(Texts()));
    }

    [Fact]
    public async Task Again_when_the_first_was_not_sent()
    {
        var refuse = true;
        Provider.Answering = message => refuse && message.Channel == Channel.Sms ? FakeAnswer.Refuse : FakeAnswer.Take;
        await ImportAsync(File(Meeting));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));
        Assert.Empty(Texts());

        refuse = false;
        await World.RunUntilAsync(OakHill.At(2026, 12, 3, 12));

        Assert.Equal([0], FirstOnes(Texts()));
    }

    [Fact]
    public async Task Once_in_each_district()
    {
        await RunReminderDayAsync();
        var other = OakHill.District() with { District = OakHill.District().District with { DistrictId = "elm-town" } };
        await World.ImportAsync(other, File() with { DistrictId = "elm-town" });
        await World.RunHourAsync();

        Assert.Equal([0, 1], FirstOnes(Texts()));
    }

    [Fact]
    public async Task No_text_goes_to_a_number_without_consent_on_record()
    {
        var file = File(Meeting);
        await ImportAsync(file with { Contacts = [.. file.Contacts.Select(one => one with { TextConsentOn = null })] });

        await World.RunUntilAsync(OakHill.At(2026, 12, 3, 12));

        Assert.Empty(Texts());
        Assert.Contains((Mother, Channel.Email), await TakenAsync());
    }

    private List<OutgoingMessage> Texts() => [.. Provider.Messages.Where(message => message.Channel == Channel.Sms)];

    private static IEnumerable<int> FirstOnes(List<OutgoingMessage> texts) =>
        Enumerable.Range(0, texts.Count).Where(at => texts[at].Content.Text.EndsWith(PlainTemplates.First, StringComparison.Ordinal));
}
