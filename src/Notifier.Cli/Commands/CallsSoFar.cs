using System.Collections.Concurrent;
using Notifier.Cli.Scheduling;

namespace Notifier.Cli.Commands;

/// <summary>Turns function calls into a line that moves: how many of each were done.</summary>
public sealed class CallsSoFar(Action<string> say) : IProgress<FunctionEvent>
{
    private readonly ConcurrentDictionary<string, int> calls = new(StringComparer.Ordinal);

    public void Report(FunctionEvent value)
    {
        var count = calls.AddOrUpdate(value.Function, 1, (_, before) => before + 1);
        say($"{value.Function} {count}");
    }
}
