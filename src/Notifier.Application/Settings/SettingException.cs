namespace Notifier.Application.Settings;

/// <summary>A setting is missing or unusable. The message names it and says what to write, never the value of a secret.</summary>
public sealed class SettingException(string setting, string problem)
    : Exception($"Setting {setting.Replace(":", "__", StringComparison.Ordinal)} {problem}")
{
    /// <summary>With colons: <c>Notifier:Twilio:AccountSid</c>.</summary>
    public string Setting { get; } = setting;
}
