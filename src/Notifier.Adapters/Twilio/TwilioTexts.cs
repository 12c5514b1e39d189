using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Adapters.Http;
using Notifier.Application.Delivery.Attempts;
using Notifier.Delivery;

namespace Notifier.Adapters.Twilio;

/// <summary>Texts through the provider's Messages resource. It has no key against repeated requests, so none is repeated.</summary>
/// <remarks>https://www.twilio.com/docs/messaging/api/message-resource</remarks>
public sealed partial class TwilioTexts(HttpClient client, TwilioSettings settings, IClock clock, ILogger<TwilioTexts> logger)
    : IDeliveryChannel
{
    /// <summary>Tells our attempt in the address of its status callback, and so in every report.</summary>
    public const string AttemptParameter = "notifierAttempt";

    private const int MostBodyCharacters = 1600;
    private const int MostValiditySeconds = 36_000;

    /// <summary>A client made for <see cref="TwilioTexts"/>.</summary>
    /// <param name="settings">Where to, and as whom.</param>
    /// <param name="handler">Stands in for the network; null: the network.</param>
    public static HttpClient CreateClient(TwilioSettings settings, HttpMessageHandler? handler = null)
    {
        var client = ProviderClient.Create(settings.BaseUrl, handler);
        var (user, secret) = settings.ApiKeySid.Length > 0
            ? (settings.ApiKeySid, settings.ApiKeySecret)
            : (settings.AccountSid, settings.AuthToken);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}")));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return client;
    }

    public async Task<DeliveryOutcome> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message.Content.Text.Length > MostBodyCharacters)
        {
            return DeliveryOutcome.Never($"the text has more than {MostBodyCharacters} characters");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, ResourcePath)
        {
            Content = new OnceContent(FormBody.Write(Fields(message)), FormBody.ContentType),
        };
        var answer = await ProviderClient.SendAsync(client, request, clock.GetCurrentInstant(), cancellationToken);
        var outcome = TwilioAnswers.Classify(answer, out var isUnknownCode);
        if (isUnknownCode)
        {
            LogUnknownCode(message.AttemptId, outcome.Reason);
        }

        return outcome;
    }

    /// <inheritdoc/>
    /// <remarks>What the list does not show may still come: it is then unknown, never "not sent".</remarks>
    public async Task<DeliveryOutcome> FindAsync(LostAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.Address.Length == 0 || attempt.TextHash.Length == 0)
        {
            return DeliveryOutcome.Unknown("the address is not on file any more");
        }

        var search = new TwilioSearch(attempt);
        var page = $"{ResourcePath}?To={Uri.EscapeDataString(attempt.Address)}&PageSize=100";
        for (var pages = 0; page is not null && pages < TwilioSearch.MostPages; pages++)
        {
            // Without a date: a message that waits at the provider has no sending date yet.
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            var answer = await ProviderClient.SendAsync(client, request, clock.GetCurrentInstant(), cancellationToken);
            if (Read(answer) is not { } listed)
            {
                LogListFailed(attempt.AttemptId, answer.Status);
                return DeliveryOutcome.Unknown($"the list could not be read: {answer.Status} {answer.Failure}".TrimEnd());
            }

            page = search.Add(listed) ? listed.NextPageUri?.TrimStart('/') : null;
        }

        return await search.OutcomeAsync(cancellationToken);
    }

    private string ResourcePath => $"2010-04-01/Accounts/{settings.AccountSid}/Messages.json";

    private static TwilioPage? Read(ProviderAnswer answer) =>
        answer.Status == 200 ? TwilioJson.Read(answer.Body, TwilioJson.Default.TwilioPage) : null;

    private IEnumerable<KeyValuePair<string, string>> Fields(OutgoingMessage message)
    {
        yield return new("To", message.Address);
        yield return settings.MessagingServiceSid.Length > 0
            ? new("MessagingServiceSid", settings.MessagingServiceSid)
            : new("From", settings.From);
        yield return new("Body", message.Content.Text);
        yield return new("StatusCallback", StatusCallback(message.AttemptId));
        if (message.DeliverBefore is { } before)
        {
            var seconds = Math.Clamp((before - clock.GetCurrentInstant()).TotalSeconds, 1, MostValiditySeconds);
            yield return new("ValidityPeriod", ((int)seconds).ToString(CultureInfo.InvariantCulture));
        }
    }

    // The fragment asks for repeated tries when we cannot take a report; the provider does not send or sign it.
    private string StatusCallback(string attemptId) =>
        $"{settings.PublicUrl.AbsoluteUri.TrimEnd('/')}{TwilioStatusWebhook.WebhookPath}?{AttemptParameter}={attemptId}#rc=5&rp=all";

    [LoggerMessage(Level = LogLevel.Error, Message = "Attempt {AttemptId} got an answer that no table holds: {Reason}")]
    private partial void LogUnknownCode(string attemptId, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Attempt {AttemptId} could not be looked for in the provider's list: HTTP {Status}")]
    private partial void LogListFailed(string attemptId, int status);
}
