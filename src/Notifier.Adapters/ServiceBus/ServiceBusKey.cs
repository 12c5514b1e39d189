namespace Notifier.Adapters.ServiceBus;

/// <param name="Name">Of the shared access policy.</param>
/// <param name="Value">As text, not decoded.</param>
public sealed record ServiceBusKey(string Name, string Value);
