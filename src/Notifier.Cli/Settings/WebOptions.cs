using Microsoft.Extensions.Configuration;
using Notifier.Functions.Settings;

namespace Notifier.Cli.Settings;

/// <summary>Section <c>Notifier:Web</c>: where this machine listens. What the providers call is <c>PublicUrl</c>.</summary>
public sealed record WebOptions
{
    private const string ListenName = "Notifier:Web:Listen";

    /// <summary>Plain HTTP: a reverse proxy or tunnel in front of it speaks TLS.</summary>
    public required string Listen { get; init; }

    /// <exception cref="SettingException">It is no address to listen at.</exception>
    public static WebOptions From(IConfiguration configuration)
    {
        var listen = Setting.Find(configuration, ListenName) ?? "http://127.0.0.1:8080";
        return Uri.TryCreate(listen, UriKind.Absolute, out var address) && address is { Scheme: "http", AbsolutePath: "/", Query: "" }
            ? new() { Listen = listen }
            : throw new SettingException(
                $"setting {ListenName} is '{listen}': write http://, an address of this machine and a port, such as http://127.0.0.1:8080.");
    }
}
