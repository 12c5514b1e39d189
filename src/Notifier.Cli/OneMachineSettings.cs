using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Cli.Settings;

namespace Notifier.Cli;

/// <summary>What the one-machine home is made of, beside the use cases.</summary>
public sealed record OneMachineSettings
{
    /// <summary>The folder of the store; the outbox lies inside it.</summary>
    public required string DataFolder { get; init; }

    public required IClock Clock { get; init; }

    public required DeliveryOptions Delivery { get; init; }

    /// <summary>Says where the log goes; null: nowhere.</summary>
    public Action<ILoggingBuilder>? Log { get; init; }

    /// <summary>Put around the channel by whoever wants to see what is delivered.</summary>
    public Func<IDeliveryChannel, IDeliveryChannel> Watch { get; init; } = channel => channel;

    public string OutboxFolder => Path.Combine(Path.GetFullPath(DataFolder), "outbox");
}
