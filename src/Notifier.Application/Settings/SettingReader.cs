namespace Notifier.Application.Settings;

/// <summary>Reads the settings of one section, wherever they come from, and refuses what cannot be used.</summary>
/// <param name="section">With colons: <c>Notifier:Twilio</c>.</param>
/// <param name="read">A setting by its full name with colons; null or empty when it is not set.</param>
public sealed class SettingReader(string section, Func<string, string?> read)
{
    /// <summary>Null when it is not set.</summary>
    public string? Optional(string name) => read(Full(name))?.Trim() is { Length: > 0 } value ? value : null;

    /// <exception cref="SettingException">It is not set.</exception>
    public string Required(string name, string meaning) =>
        Optional(name) ?? throw Bad(name, $"is not set: write {meaning}.");

    /// <exception cref="SettingException">It is no address of a web server.</exception>
    public Uri Address(string name, string? fallback = null)
    {
        var value = Optional(name) ?? fallback ?? throw Bad(name, "is not set: write an address such as https://notices.example.org.");
        return Uri.TryCreate(value, UriKind.Absolute, out var address)
            && address.Scheme is "https" or "http" && address.Query.Length == 0 && address.Fragment.Length == 0
            && (address.Scheme == "https" || address.IsLoopback)
            ? address
            : throw Bad(
                name,
                $"is '{value}', which is no usable address: write https:// and a host, without a query (http:// only for this machine itself).");
    }

    /// <exception cref="SettingException">It is no number within the bounds.</exception>
    public decimal Number(string name, decimal fallback, decimal least, decimal most) =>
        Optional(name) is not { } text ? fallback
        : decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Bad(name, $"is '{text}': write a number from {least} to {most}.");

    /// <exception cref="SettingException">It is neither true nor false.</exception>
    public bool Flag(string name) =>
        Optional(name) is not { } text ? false
        : bool.TryParse(text, out var flag) ? flag
        : throw Bad(name, $"is '{text}': write true or false.");

    public SettingException Bad(string name, string problem) => new(Full(name), problem);

    private string Full(string name) => $"{section}:{name}";
}
