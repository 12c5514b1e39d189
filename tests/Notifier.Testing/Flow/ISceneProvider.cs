using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Problems;
using Notifier.Application.Queues;

namespace Notifier.Testing.Flow;

/// <summary>Whoever takes the messages of a scene, and knows what recipients really got.</summary>
public interface ISceneProvider
{
    IDeliveryChannel Channel { get; }

    /// <summary>Null: as short as a test can be, for a channel that really hangs.</summary>
    Duration? AttemptTimeOut { get; }

    /// <summary>The notices whose message reached its recipient, once for each time.</summary>
    IReadOnlyList<string> Arrived { get; }

    /// <summary>Sends the reports that are due by now, as the provider would: to a queue, and again when that fails.</summary>
    /// <returns>Whether there were any.</returns>
    Task<bool> ReportAsync(FlowWorld world, IQueueSender queue);

    /// <summary>From now on nothing is held back any more.</summary>
    void Stop();

    /// <summary>What the ledger says wrongly about a notice at the end; null: nothing.</summary>
    string? Untruth(NoticeRow row, IReadOnlyList<ProblemRow> problems);
}
