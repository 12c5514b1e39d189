namespace Notifier.Testing;

/// <summary>Words differ from the approved ones.</summary>
public sealed class GoldenException(string message) : Exception(message);
