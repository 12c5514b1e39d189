using NodaTime;
using Notifier.Adapters.Sqlite;
using Notifier.Application.Queues;

namespace Notifier.CrashChild;

/// <summary>Sends messages, two in one call; every fourth pair for later, so that some wait.</summary>
internal sealed class MessageSender(SqliteStore store, string name)
{
    private static readonly Instant NextCentury = Instant.FromUtc(2126, 1, 1, 0, 0);

    public async Task RunAsync()
    {
        for (var number = 1; ; number++)
        {
            Instant? notBefore = number % 4 == 0 ? NextCentury : null;
            await store.Queues.SendAsync(
                "crash",
                [Message($"{name}-{number}-a", notBefore), Message($"{name}-{number}-b", notBefore)],
                default);
            Console.WriteLine($"sent {name} {number}");
        }
    }

    private static QueueMessage Message(string id, Instant? notBefore) =>
        new() { MessageId = id, Body = System.Text.Encoding.UTF8.GetBytes(id), NotBefore = notBefore };
}
