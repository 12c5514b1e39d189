namespace Notifier.Application.Queues;

/// <summary>The message is no longer under this lock: it ran out and the message was, or will be, delivered again.</summary>
public sealed class MessageLockLostException(string queue, string messageId)
    : Exception($"The lock on message {messageId} of queue {queue} is lost; it is delivered again.")
{
    public string Queue { get; } = queue;

    public string MessageId { get; } = messageId;
}
