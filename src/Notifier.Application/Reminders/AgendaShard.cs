using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.Json;
using Notifier.Application.Queues;
using Notifier.Application.Storage;

namespace Notifier.Application.Reminders;

/// <summary>Body of a message on <see cref="QueueNames.AgendaShards"/>: one shard of a district's run.</summary>
public sealed record AgendaShard
{
    public required string DistrictId { get; init; }

    /// <summary>The first day to raise, unless the shard is done further than the district.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day of the run, included.</summary>
    public required LocalDate Day { get; init; }

    public required int Shard { get; init; }

    /// <summary>The same shard of the same day has the same id: sent again at once, it adds nothing.</summary>
    public QueueMessage ToMessage() => new()
    {
        MessageId = $"shard-{StableId.Of(DistrictId)}-{LocalDatePattern.Iso.Format(Day)}-{Shard.ToString(CultureInfo.InvariantCulture)}",
        Body = JsonSerializer.SerializeToUtf8Bytes(this, ReminderJson.Default.AgendaShard),
    };

    /// <exception cref="JsonException">The body is no shard: set it aside.</exception>
    public static AgendaShard Read(ReadOnlyMemory<byte> body) =>
        StoredValue.Read(body.Span, ReminderJson.Default.AgendaShard)
        ?? throw new JsonException("The body is null where a shard of the agenda is expected.");
}
