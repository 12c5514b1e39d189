namespace Notifier.Application.Webhooks;

/// <summary>One address at which a provider reports, and how its requests are told from forged ones and read.</summary>
public interface IProviderWebhook
{
    /// <summary>Below the public address: <c>/webhooks/twilio/status</c>.</summary>
    string Path { get; }

    /// <summary>A longer body is refused before it is read.</summary>
    int MostBodyBytes { get; }

    /// <summary>The body of an answer that says it was taken; null: none.</summary>
    (string ContentType, string Body)? Answer { get; }

    /// <summary>Checks the signature first. Whatever comes, it throws nothing.</summary>
    WebhookReading Read(WebhookCall call);
}
