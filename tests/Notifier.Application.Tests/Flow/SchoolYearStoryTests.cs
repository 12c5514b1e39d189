using NodaTime;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;
using Notifier.Testing.Flow.Stories;

namespace Notifier.Application.Tests.Flow;

/// <summary>A school year of one family, hour by hour: from a meeting planned to a meeting held, and on to the next year.</summary>
public sealed class SchoolYearStoryTests
{
    private readonly SchoolYearStory story = new();
    private readonly FakeChannel channel = new();
    private readonly FlowWorld world;

    public SchoolYearStoryTests()
    {
        var clock = new FakeClock(story.Start);
        var queues = new InMemoryQueues(clock);
        world = new FlowWorld(new InMemoryTables(), queues, queues, channel, clock);
    }

    [Fact]
    public async Task A_year_ends_in_the_evidence_it_should()
    {
        await story.PlayAsync(world);

        var notices = await world.NoticesAsync();
        Assert.Equal(story.Ending, story.Told(notices));

        // Of the meeting itself both parents heard, the mother by text in Spanish inside the allowed hours.
        var meeting = notices.Where(row => row.Obligation.Value == "meeting-notice" && row.State == NoticeState.Delivered).ToList();
        Assert.Contains(meeting, row => row.RecipientId == "S1-C1" && row.Channel == Channel.Sms && row.Language == "es");
        Assert.Contains(meeting, row => row.RecipientId == "S1-C2" && row.Channel == Channel.Email && row.Language == "en");
        Assert.All(channel.Messages.Where(message => message.Channel == Channel.Sms), message =>
            Assert.InRange(message.At.TimeOfDay, new LocalTime(8, 0), new LocalTime(19, 59, 59)));

        // The evidence tells of the new year's clock and of nothing that did not move.
        var evidence = await world.EvidenceAsync();
        var moved = Assert.Single(evidence, row =>
            row.Kind == EvidenceKind.DueDateMoved && EvidenceDetail.Find(row.Detail, "obligation") == "annual-review");
        Assert.Equal(("2026-02-10", "2027-02-06"), (EvidenceDetail.Find(moved.Detail, "old"), EvidenceDetail.Find(moved.Detail, "new")));

        // Everything that was planned has an end, nobody was told twice, and the chain is whole.
        Assert.All(notices, row => Assert.True(NoticeStates.IsClosed(row.State), $"{row.StepId} is {row.State}"));
        Assert.All(
            channel.Messages.GroupBy(message => (message.NoticeId, message.Address)), group => Assert.Single(group));
        Assert.True((await world.UseCases.VerifyEvidence.RunAsync(
            OakHill.DistrictId, OakHill.StudentId, CancellationToken.None)).IsWhole);
    }
}
