using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Problems;
using Notifier.Application.Queues;
using Notifier.Delivery;

namespace Notifier.Testing.Flow;

/// <summary>The plain fake channel of a scene: what it takes arrives, and it reports nothing.</summary>
public sealed class FakeChannelScene(FakeChannel channel) : ISceneProvider
{
    public IDeliveryChannel Channel => channel;

    public Duration? AttemptTimeOut => null;

    public IReadOnlyList<string> Arrived => [.. channel.Messages.Select(message => message.NoticeId)];

    public Task<bool> ReportAsync(FlowWorld world, IQueueSender queue) => Task.FromResult(false);

    public void Stop()
    {
        // It holds nothing back.
    }

    /// <summary>The ledger says delivered exactly of what the provider took, and nothing is left open.</summary>
    public string? Untruth(NoticeRow row, IReadOnlyList<ProblemRow> problems)
    {
        var taken = channel.Messages.Any(message => message.NoticeId == row.NoticeId);
        return row.State switch
        {
            NoticeState.Delivered => taken ? null : "is called delivered and was never taken",
            NoticeState.NotSent or NoticeState.Withheld => taken ? $"is called {row.State} and was taken" : null,
            NoticeState.Unknown => channel.CanFind ? "is still unknown although it can be found out" : null,
            _ => $"is still {row.State}",
        };
    }
}
