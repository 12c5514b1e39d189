using System.Globalization;
using System.Text.Json;
using Notifier.Application.Json;
using Notifier.Application.Queues;

namespace Notifier.Application.ScheduleChanges;

/// <summary>Body of a message on <see cref="QueueNames.ChangeShards"/>: one shard of the students whom a change may concern.</summary>
public sealed record ChangeShard
{
    public required string DistrictId { get; init; }

    public required string ChangeId { get; init; }

    /// <summary>Stands for the announcement that brought it about: another version, other words, another reach.</summary>
    public required string Announced { get; init; }

    public required int Shard { get; init; }

    /// <summary>The same shard of the same announcement has the same id: sent again at once, it adds nothing.</summary>
    public QueueMessage ToMessage() => new()
    {
        MessageId = $"change-shard-{Announced}-{Shard.ToString(CultureInfo.InvariantCulture)}",
        Body = JsonSerializer.SerializeToUtf8Bytes(this, ScheduleChangeJson.Default.ChangeShard),
    };

    /// <exception cref="JsonException">The body is no shard: set it aside.</exception>
    public static ChangeShard Read(ReadOnlyMemory<byte> body) =>
        StoredValue.Read(body.Span, ScheduleChangeJson.Default.ChangeShard)
        ?? throw new JsonException("The body is null where a shard of a schedule change is expected.");
}
