namespace Notifier.Functions.Settings;

/// <summary>Where notices go.</summary>
public enum DeliveryMode
{
    /// <summary>Into files of the data folder, to be looked at.</summary>
    Outbox,

    /// <summary>To the mail and text providers.</summary>
    Providers,
}
