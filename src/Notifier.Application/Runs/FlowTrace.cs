using System.Diagnostics;

namespace Notifier.Application.Runs;

/// <summary>
/// The traces of the flow: one activity for each step, so that one notice can be followed through the queues from the
/// run that raised it to its outcome. Tags are ids and outcomes: never a name, an address or a text.
/// </summary>
public static class FlowTrace
{
    public const string SourceName = "Notifier";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins a step inside whatever is under way. Nobody listens: null.</summary>
    public static Activity? Start(string step, params ReadOnlySpan<(string Tag, object? Value)> tags)
    {
        var activity = Source.StartActivity(step);
        foreach (var (tag, value) in activity is null ? [] : tags)
        {
            activity!.SetTag("notifier." + tag, value);
        }

        return activity;
    }

    /// <summary>Begins to handle a message inside the trace of whoever sent it.</summary>
    /// <param name="queue">Where it came from.</param>
    /// <param name="sender">The sender's activity as the message carries it (traceparent); null: a trace of its own.</param>
    public static Activity? Receive(string queue, string? sender) =>
        Source.StartActivity($"receive {queue}", ActivityKind.Consumer, sender);

    /// <summary>Notes how the step ended.</summary>
    public static void Outcome(string outcome) => Activity.Current?.SetTag("notifier.outcome", outcome);
}
