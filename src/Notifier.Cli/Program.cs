using NodaTime;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;

namespace Notifier.Cli;

/// <summary>The entry: the only place that reads the machine's clock and console.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        // Names have letters outside ASCII, and a Windows console would otherwise spell them its own way.
        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
#pragma warning disable RS0030 // the program's entry is where the wall clock comes in
        IClock clock = SystemClock.Instance;
#pragma warning restore RS0030

        using var signals = new StopSignals();
        return await NotifierProgram.RunAsync(args, Screen.OfThisProcess(), clock, signals.Token);
    }
}
