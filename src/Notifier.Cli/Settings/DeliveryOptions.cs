using Microsoft.Extensions.Configuration;
using Notifier.Cli.CommandLine;

namespace Notifier.Cli.Settings;

/// <summary>Section <c>Notifier:Delivery</c>.</summary>
public sealed record DeliveryOptions
{
    private const string ModeName = "Notifier:Delivery:Mode";

    /// <summary><c>outbox</c> (the default on one machine) or <c>providers</c>.</summary>
    public required DeliveryMode Mode { get; init; }

    /// <exception cref="CommandException">The setting has another value, or one this version cannot serve.</exception>
    public static DeliveryOptions From(IConfiguration configuration)
    {
        const string Remedy = "Set Notifier__Delivery__Mode to 'outbox', or remove it: notices are then written to files.";
        return configuration[ModeName] switch
        {
            null or "" or "outbox" => new() { Mode = DeliveryMode.Outbox },
            "providers" => throw CommandException.BadInput(
                $"setting {ModeName} is 'providers': sending through SendGrid and Twilio comes with a later version. {Remedy}"),
            var other => throw CommandException.BadInput($"setting {ModeName} is '{other}', which is no delivery mode. {Remedy}"),
        };
    }
}
