namespace Notifier.Functions.Settings;

/// <summary>A setting is missing or wrong; says which, and what to write instead.</summary>
public sealed class SettingException(string message) : Exception(message);
