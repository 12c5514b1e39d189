namespace Notifier.Application.Webhooks;

/// <summary>Whether a request is a provider's.</summary>
public enum WebhookVerdict
{
    /// <summary>Signed by the provider and understood.</summary>
    Taken,

    /// <summary>Not signed, signed by somebody else, altered, or too old.</summary>
    Forged,

    /// <summary>Signed, and yet not what the provider sends.</summary>
    Malformed,
}
