using Microsoft.Extensions.Configuration;

namespace Notifier.Functions.Settings;

/// <summary>
/// Reads one setting. Names are written with colons; in the environment, and among the settings of a function app, two
/// underscores stand for each.
/// </summary>
public static class Setting
{
    // What Azure hands on when the vault's secret could not be read.
    private const string UnresolvedReference = "@Microsoft.KeyVault(";

    /// <returns>Null: nothing is set.</returns>
    /// <exception cref="SettingException">It refers to a secret that was not found.</exception>
    public static string? Find(IConfiguration configuration, string name) => configuration[name] switch
    {
        null or "" => null,
        var value when value.StartsWith(UnresolvedReference, StringComparison.Ordinal) => throw new SettingException(
            $"setting {name} refers to a Key Vault secret that could not be read. See that the secret is there and that "
            + "the app's identity has the role 'Key Vault Secrets User'."),
        var value => value,
    };

    /// <param name="configuration">The settings.</param>
    /// <param name="name">Which.</param>
    /// <param name="what">What to write there, for the person who must.</param>
    /// <exception cref="SettingException">Nothing is set, or it refers to a secret that was not found.</exception>
    public static string Require(IConfiguration configuration, string name, string what) =>
        Find(configuration, name) ?? throw new SettingException(
            $"setting {name} is missing. Set {name.Replace(":", "__", StringComparison.Ordinal)} to {what}.");

    /// <returns>Null: nothing is set.</returns>
    /// <exception cref="SettingException">It is no absolute http or https address.</exception>
    public static Uri? FindAddress(IConfiguration configuration, string name) => Find(configuration, name) switch
    {
        null => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" => address,
        var text => throw new SettingException($"setting {name} is '{text}', which is no address: write it with https:// in front."),
    };
}
