using Notifier.Cli.Scheduling;

namespace Notifier.Cli;

/// <summary>Counts what was set aside, and passes every event on.</summary>
public sealed class CountedFunctions(IProgress<FunctionEvent>? next) : IProgress<FunctionEvent>
{
    private int setAside;

    public int SetAside => setAside;

    public void Report(FunctionEvent value)
    {
        if (value.Kind == FunctionEventKind.SetAside)
        {
            Interlocked.Increment(ref setAside);
        }

        next?.Report(value);
    }
}
