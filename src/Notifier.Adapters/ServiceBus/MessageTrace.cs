using System.Diagnostics;

namespace Notifier.Adapters.ServiceBus;

/// <summary>Lets the trace of whoever sends go on where the message is received.</summary>
internal static class MessageTrace
{
    /// <summary>
    /// Properties of the message; the first is the name of the standard, the second the one older triggers read.
    /// </summary>
    public static IReadOnlyList<string> Properties { get; } = ["traceparent", "Diagnostic-Id"];

    /// <summary>Null when nothing is being traced.</summary>
    public static string? Current =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : null;
}
