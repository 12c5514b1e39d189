using NodaTime;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;
using Notifier.Testing.Flow.Stories;

namespace Notifier.Application.Tests.Flow;

/// <summary>The stories that both homes play, through the use cases alone.</summary>
public sealed class StoryTests
{
    public static TheoryData<string> Stories => [.. AllStories.Names];

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task A_story_ends_as_it_says_and_its_evidence_is_whole(string name)
    {
        var story = AllStories.Named(name);
        var clock = new FakeClock(story.Start);
        var queues = new InMemoryQueues(clock);
        var channel = new FakeChannel();
        var world = new FlowWorld(new InMemoryTables(), queues, queues, channel, clock);

        await story.PlayAsync(world);

        var notices = await world.NoticesAsync();
        Assert.Equal(story.Ending, story.Told(notices));
        Assert.All(channel.Messages.GroupBy(message => (message.NoticeId, message.Address)), group => Assert.Single(group));
        Assert.All(channel.Messages.Where(message => message.Channel == Channel.Sms), message =>
            Assert.InRange(message.At.TimeOfDay, new LocalTime(8, 0), new LocalTime(19, 59, 59)));
        Assert.True((await world.UseCases.VerifyEvidence.RunAsync(
            OakHill.DistrictId, OakHill.StudentId, CancellationToken.None)).IsWhole);
    }
}
