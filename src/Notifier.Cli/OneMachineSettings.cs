using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Delivery.Attempts;
using Notifier.Cli.Settings;
using Notifier.Cli.Stores;
using Notifier.Functions.Settings;
using Notifier.Web;

namespace Notifier.Cli;

/// <summary>What the one-machine home is made of, beside the use cases.</summary>
public sealed record OneMachineSettings
{
    /// <summary>The folder of this home: its outbox, and its store unless that is elsewhere.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Opens the store; that of the data folder unless told otherwise.</summary>
    public Func<OneMachineSettings, HomeStore> OpenStore { get; init; } =
        settings => HomeStore.OfDataFolder(settings.DataFolder, settings.Clock);

    public required IClock Clock { get; init; }

    public required DeliveryOptions Delivery { get; init; }

    /// <summary>Where the providers' reports, and the school office's changes, are taken in while it runs; null: nowhere.</summary>
    public WebOptions? Web { get; init; }

    /// <summary>Who may post schedule changes there; null: nobody.</summary>
    public SchoolOfficeKey? SchoolOffice { get; init; }

    /// <summary>Says where the log goes; null: nowhere.</summary>
    public Action<ILoggingBuilder>? Log { get; init; }

    /// <summary>Put around the channel by whoever wants to see what is delivered.</summary>
    public Func<IDeliveryChannel, IDeliveryChannel> Watch { get; init; } = channel => channel;

    public string OutboxFolder => Path.Combine(Path.GetFullPath(DataFolder), "outbox");
}
