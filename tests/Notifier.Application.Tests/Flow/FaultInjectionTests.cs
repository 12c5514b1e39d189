using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>
/// Crashes and time-outs before and after every call of store, queue and channel: nobody hears anything twice, and nothing
/// is lost without a word. The providers themselves are played, with many more seeds, over the real adapters.
/// </summary>
public sealed class FaultInjectionTests
{
    private const int Seeds = 500;
    private const int Share = 100;

    public static TheoryData<int> Shares => [.. Enumerable.Range(0, Seeds / Share)];

    [Theory]
    [MemberData(nameof(Shares))]
    public async Task Nobody_hears_twice_and_nothing_is_lost_silently(int share)
    {
        for (var seed = share * Share; seed < (share + 1) * Share; seed++)
        {
            var scene = FaultScene.InMemory(seed);
            await scene.RunAsync();

            var wrong = await FaultFindings.AllAsync(scene);
            Assert.True(
                wrong.Count == 0,
                $"Seed {seed}: {string.Join("; ", wrong)}. What broke: {string.Join(", ", scene.Faults.Happened)}.\n"
                + await FaultFindings.StoryAsync(scene));
        }
    }

    [Fact]
    public async Task The_usual_retry_on_any_error_sends_twice_under_the_same_faults()
    {
        var twice = 0;
        for (var seed = 0; seed < Share; seed++)
        {
            var scene = FaultScene.InMemory(seed);
            var usual = new UsualRetryBaseline(scene.Channel, scene.Faults);
            for (var notice = 0; notice < 5; notice++)
            {
                await usual.SendAsync($"n{notice}");
            }

            twice += scene.Channel.Messages.GroupBy(message => message.NoticeId).Count(group => group.Count() > 1);
        }

        // A sixth of the answers is lost after the message was taken.
        Assert.InRange(twice, 30, 500);
    }
}
