using System.Runtime.ExceptionServices;

namespace Notifier.Application.Runs;

/// <summary>
/// Does a work for each of many, so that one that cannot be done does not keep the others from being done: the failure is
/// thrown when all have had their turn.
/// </summary>
public static class EachAlone
{
    /// <exception cref="AggregateException">Several failed; a single failure is thrown as it is.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it; the rest is not begun. A time-out is a failure like any.</exception>
    public static async Task RunAsync<T>(IAsyncEnumerable<T> all, Func<T, Task> work, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        await foreach (var one in all)
        {
            await TryAsync(one, work, failures, cancellationToken);
        }

        Throw(failures);
    }

    /// <inheritdoc cref="RunAsync{T}(IAsyncEnumerable{T}, Func{T, Task}, CancellationToken)"/>
    public static async Task RunAsync<T>(IEnumerable<T> all, Func<T, Task> work, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        foreach (var one in all)
        {
            await TryAsync(one, work, failures, cancellationToken);
        }

        Throw(failures);
    }

    private static async Task TryAsync<T>(T one, Func<T, Task> work, List<Exception> failures, CancellationToken cancellationToken)
    {
        try
        {
            await work(one);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            failures.Add(failure);
        }
    }

    private static void Throw(List<Exception> failures)
    {
        switch (failures)
        {
            case []:
                return;
            case [var only]:
                ExceptionDispatchInfo.Throw(only);
                return;
            default:
                throw new AggregateException(failures);
        }
    }
}
