namespace Notifier.Testing;

/// <summary>A message that was given up, with the reason.</summary>
public sealed record SetAsideMessage(string Queue, string MessageId, string Body, string Reason);
