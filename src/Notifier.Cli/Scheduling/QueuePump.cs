using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Queues;
using Notifier.Application.Runs;

namespace Notifier.Cli.Scheduling;

/// <summary>
/// Hands the messages of one queue to its function: completed when it returns, given back when it throws, set aside by
/// the queue after too many deliveries.
/// </summary>
internal sealed class QueuePump(
    QueueFunction function,
    IServiceProvider services,
    IQueueReceiver queues,
    SchedulerSettings settings,
    IProgress<FunctionEvent>? progress,
    ILogger logger) : IAsyncDisposable
{
    private const int MostReasonCharacters = 500;

    private readonly SemaphoreSlim slots = new(settings.Concurrency);

    // The store failed: what was handled could not be confirmed, so going on would only repeat it.
    private volatile Exception? broken;

    private bool IsIdle => slots.CurrentCount == settings.Concurrency;

    /// <summary>Handles messages until nothing is deliverable at the moment; those given back are delivered again.</summary>
    /// <returns>How many deliveries there were.</returns>
    public async Task<int> DrainAsync(Instant at, StopTokens stop)
    {
        var started = 0;
        while (true)
        {
            // Asked before the queue, because a call that ends in between may have given its message back.
            var idle = IsIdle;
            var some = await StartSomeAsync(at, stop);
            started += some;
            if (some > 0)
            {
                continue;
            }

            if (idle)
            {
                return started;
            }

            await IdleAsync();
        }
    }

    /// <summary>Handles messages as they come, until stopped; calls under way then have their grace.</summary>
    public async Task RunAsync(IClock clock, StopTokens stop)
    {
        try
        {
            while (true)
            {
                if (await StartSomeAsync(clock.GetCurrentInstant(), stop) == 0)
                {
                    // An empty queue is looked at again; nothing says that another process has sent.
                    await Task.Delay(settings.Poll.ToTimeSpan(), stop.Receiving);
                }
            }
        }
        catch (OperationCanceledException) when (stop.Receiving.IsCancellationRequested)
        {
            await IdleAsync();
        }
    }

    /// <summary>Waits for the calls under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await AllSlotsAsync();
        slots.Dispose();
    }

    private async Task<int> StartSomeAsync(Instant now, StopTokens stop)
    {
        var messages = await queues.ReceiveAsync(function.Queue, settings.Concurrency, now, settings.Lock, stop.Receiving);
        foreach (var message in messages)
        {
            // Messages received are handled even when stopped meanwhile, unless the grace is over.
            await slots.WaitAsync(stop.Calls);
            _ = Task.Run(() => HandleAsync(message, stop.Calls), CancellationToken.None);
        }

        ThrowIfBroken();
        return messages.Count;
    }

    private async Task HandleAsync(ReceivedMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var failure = await CallAsync(message, cancellationToken);
            if (failure is null)
            {
                await queues.CompleteAsync(message, CancellationToken.None);
                Report(FunctionEventKind.Succeeded);
            }
            else
            {
                await GiveBackAsync(message, failure);
            }
        }
        catch (MessageLockLostException)
        {
            logger.LockLost(function.Name, message.MessageId);
        }
        catch (Exception cause)
        {
            broken ??= cause;
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<Exception?> CallAsync(ReceivedMessage message, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.CallLimit.ToTimeSpan());
        using var received = FlowTrace.Receive(function.Queue, message.TraceParent);
        try
        {
            await function.Call.InvokeAsync(services, new FunctionCause(message, null), limit.Token);
            return null;
        }
        catch (Exception cause)
        {
            logger.MessageFailed(function.Name, message.MessageId, message.DeliveryCount, cause);
            return cause;
        }
    }

    private async Task GiveBackAsync(ReceivedMessage message, Exception cause)
    {
        var reason = $"{cause.GetType().Name}: {cause.Message}";
        var shortened = reason.Length <= MostReasonCharacters ? reason : reason[..MostReasonCharacters];
        if (await queues.AbandonAsync(message, shortened, CancellationToken.None))
        {
            logger.MessageSetAside(function.Name, function.Queue, message.MessageId, message.DeliveryCount);
            Report(FunctionEventKind.SetAside);
        }
        else
        {
            Report(FunctionEventKind.Failed);
        }
    }

    private async Task IdleAsync()
    {
        await AllSlotsAsync();
        slots.Release(settings.Concurrency);
        ThrowIfBroken();
    }

    private async Task AllSlotsAsync()
    {
        for (var slot = 0; slot < settings.Concurrency; slot++)
        {
            await slots.WaitAsync();
        }
    }

    private void ThrowIfBroken()
    {
        if (broken is { } cause)
        {
            ExceptionDispatchInfo.Throw(cause);
        }
    }

    private void Report(FunctionEventKind kind) => progress?.Report(new FunctionEvent(function.Name, kind));
}
