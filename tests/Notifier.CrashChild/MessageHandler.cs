using NodaTime;
using Notifier.Adapters.Sqlite;
using Notifier.Application.Storage;

namespace Notifier.CrashChild;

/// <summary>Handles messages as the scheduler does: does the work, then completes.</summary>
internal sealed class MessageHandler(SqliteStore store)
{
    private readonly IEntityTable table = store.Tables.Open("Handled");

    public async Task RunAsync()
    {
        while (true)
        {
            var messages = await store.Queues.ReceiveAsync(
                "crash", 4, Instant.FromUtc(2030, 1, 1, 0, 0), Duration.FromHours(1), default);
            if (messages.Count == 0)
            {
                await Task.Delay(1);
            }

            foreach (var message in messages)
            {
                Console.WriteLine($"handling {message.MessageId}");
                await table.UpsertAsync(
                    new ChildRow { PartitionKey = "handled", RowKey = message.MessageId }, ChildRows.Default.ChildRow, default);
                await store.Queues.CompleteAsync(message, default);
                Console.WriteLine($"completed {message.MessageId}");
            }
        }
    }
}
