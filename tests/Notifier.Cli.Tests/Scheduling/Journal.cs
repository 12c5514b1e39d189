using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Notifier.Cli.Scheduling;

namespace Notifier.Cli.Tests.Scheduling;

/// <summary>What the sample functions did, and what a test makes them do beside.</summary>
public sealed class Journal : IProgress<FunctionEvent>
{
    private readonly ConcurrentQueue<string> entries = new();
    private readonly ConcurrentQueue<FunctionEvent> events = new();

    public IReadOnlyList<string> Entries => [.. entries];

    public IReadOnlyList<FunctionEvent> Events => [.. events];

    /// <summary>Given the message's text and its delivery; throw in it to fail.</summary>
    public Func<string, int, CancellationToken, Task> ActAsync { get; set; } = (_, _, _) => Task.CompletedTask;

    public void Write(string entry) => entries.Enqueue(entry);

    public void Report(FunctionEvent value) => events.Enqueue(value);

    public int Count(FunctionEventKind kind) => events.Count(e => e.Kind == kind);

    [SuppressMessage("Reliability", "CA2201", Justification = "Functions may throw anything.")]
    public static Exception Failure(string text) => new($"failed on {text}");
}
