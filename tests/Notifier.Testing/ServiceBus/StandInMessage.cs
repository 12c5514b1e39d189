using Notifier.Application.Queues;

namespace Notifier.Testing.ServiceBus;

/// <param name="Message">What the queue is told.</param>
/// <param name="Properties">The application's own, for example traceparent.</param>
public sealed record StandInMessage(QueueMessage Message, IReadOnlyDictionary<string, string> Properties);
