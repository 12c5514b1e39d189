using NodaTime;
using Notifier.Application.Storage;

namespace Notifier.Application.Delivery.Paces;

/// <summary>How far the sender's time is given away.</summary>
public sealed record SenderPaceRow : Entity
{
    public const string Partition = "texts";

    public const string Sender = "sender";

    /// <summary>The first moment that is not given away.</summary>
    public required Instant FreeAt { get; init; }

    /// <summary>The day, by UTC, that <see cref="Used"/> counts.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Segments given away on that day.</summary>
    public required int Used { get; init; }
}
