using System.Collections.Concurrent;
using Notifier.Application.Queues;
using Notifier.Application.Storage;

namespace Notifier.Adapters.ServiceBus;

/// <summary>
/// Keeps the locks of messages in hand, as a function app's trigger does by itself, so that none comes a second time while
/// its call is still at work or waits for its turn.
/// </summary>
internal sealed class LockRenewal(LockedMessages messages, TimeSpan interval, TimeSpan longest)
{
    /// <summary>A third of the lock that the queues are deployed with.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    /// <summary>A message may wait for one call before its own, of ten minutes each; a call that hangs longer has lost it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(21);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> held = new(StringComparer.Ordinal);

    public void Begin(ReceivedMessage message)
    {
        var end = new CancellationTokenSource(longest);
        held[message.LockToken] = end;
        _ = RenewAsync(message, end.Token);
    }

    /// <summary>The message is about to be completed or given back.</summary>
    public void End(ReceivedMessage message)
    {
        if (held.TryRemove(message.LockToken, out var end))
        {
            end.Cancel();
            end.Dispose();
        }
    }

    private async Task RenewAsync(ReceivedMessage message, CancellationToken ended)
    {
        try
        {
            while (true)
            {
                // The broker counts the lock by its own clock: real time, whatever ours says.
                await Task.Delay(interval, ended);
                await TryAsync(message, ended);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            End(message);
        }
        catch (MessageLockLostException)
        {
            // Whoever handles it hears so when it is completed, and its notices are in the ledger by then.
            End(message);
        }
    }

    private async Task TryAsync(ReceivedMessage message, CancellationToken ended)
    {
        try
        {
            await messages.RenewAsync(message.Queue, message.MessageId, message.LockToken, ended);
        }
        catch (StoreException)
        {
            // Service Bus may answer again before the lock runs out; if not, completing the message says so.
        }
    }
}
