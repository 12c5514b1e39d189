using Notifier.Application.Evidence;
using Notifier.Testing;
using Notifier.Testing.Flow;
using Notifier.Testing.Flow.Stories;

namespace Notifier.Cli.Tests.AzureHome;

/// <summary>
/// The stories that the use cases are tested by, through the function classes: on Azurite and a stand-in for Service Bus,
/// and on SQLite.
/// </summary>
public sealed class SameEvidenceTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Stories => [.. AllStories.Names];

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task A_story_ends_in_the_same_evidence_in_the_azure_home_as_on_one_machine(string name)
    {
        var story = AllStories.Named(name);
        FakeChannel inAzure = new(), onSqlite = new();
        var clock = new FakeClock(story.Start);
        await using var sqlite = StoryHome.OnSqlite(folder.File("data"), clock, onSqlite);
        await story.PlayAsync(sqlite);
        clock = new FakeClock(story.Start);
        await using var azure = await StoryHome.InAzureAsync(clock, inAzure);
        story = AllStories.Named(name);
        await story.PlayAsync(azure);

        // Both ended as the story does, and not merely alike.
        Assert.Equal(story.Ending, story.Told(await sqlite.NoticesAsync()));
        Assert.Equal(story.Ending, story.Told(await azure.NoticesAsync()));
        var expected = await sqlite.EvidenceAsync();
        var evidence = await azure.EvidenceAsync();
        Assert.Equal(expected.Select(Line), evidence.Select(Line));
        // Each hash covers what came before it.
        Assert.Equal(expected.Select(row => row.Hash), evidence.Select(row => row.Hash));
        Assert.Equal(await ProblemsAsync(sqlite), await ProblemsAsync(azure));
        Assert.Equal(
            onSqlite.Messages.Select(one => (one.AttemptId, one.Address, one.Content.Text)),
            inAzure.Messages.Select(one => (one.AttemptId, one.Address, one.Content.Text)));
        Assert.True((await azure.UseCases.VerifyEvidence.RunAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None)).IsWhole);
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(StoryHome home) =>
        await home.UseCases.Problems.ListOpenAsync(OakHill.DistrictId, CancellationToken.None)
            .Select(row => $"{row.ProblemId} {row.Kind} {row.OwnerId} {row.What} {row.Remedy}").ToListAsync();

    private static string Line(EvidenceRow row) =>
        $"{row.Sequence} {row.At} {row.Kind} {row.PlanId} {row.NoticeId} {row.AttemptId} {row.Detail}";
}
