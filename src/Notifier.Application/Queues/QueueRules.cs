using NodaTime;

namespace Notifier.Application.Queues;

/// <summary>How every queue behaves, and what a message may be. The defaults are those of the queues in Azure.</summary>
public sealed record QueueRules
{
    public const int MostIdCharacters = 128;

    /// <summary>A Service Bus request is at most 256 KB, properties included.</summary>
    public const int MostBodyBytes = 190_000;

    public static QueueRules Default { get; } = new();

    /// <summary>A second message with the same id within this time is dropped.</summary>
    public Duration DuplicateWindow { get; init; } = Duration.FromMinutes(10);

    /// <summary>After this many failed deliveries a message is set aside.</summary>
    public int MostDeliveries { get; init; } = 10;

    /// <exception cref="ArgumentException">The id or the body is not one every queue takes.</exception>
    public static void Check(QueueMessage message)
    {
        if (message.MessageId.Length is 0 or > MostIdCharacters || message.MessageId.Any(c => c is <= ' ' or > '~'))
        {
            throw new ArgumentException(
                $"A message id is 1 to {MostIdCharacters} printable ASCII characters without spaces: '{message.MessageId}'.");
        }

        if (message.Body.Length > MostBodyBytes)
        {
            throw new ArgumentException(
                $"The body of message '{message.MessageId}' is {message.Body.Length:N0} bytes; at most "
                + $"{MostBodyBytes:N0} fit: store the rest and send its key.");
        }
    }

    /// <exception cref="ArgumentException">The name is not 1 to 63 of a-z, 0-9 and hyphen, a letter first.</exception>
    public static void CheckName(string queue)
    {
        if (queue.Length is 0 or > 63
            || !char.IsAsciiLetterLower(queue[0])
            || !queue.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new ArgumentException(
                $"'{queue}' cannot name a queue: use up to 63 of a-z, 0-9 and hyphens, a letter first.", nameof(queue));
        }
    }
}
