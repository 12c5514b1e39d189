using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Adapters.Http;
using Notifier.Application.Delivery.Attempts;
using Notifier.Delivery;

namespace Notifier.Adapters.SendGrid;

/// <summary>Email through the provider's mail send. It has no key against repeated requests, so none is repeated.</summary>
public sealed partial class SendGridMail(HttpClient client, SendGridSettings settings, IClock clock, ILogger<SendGridMail> logger)
    : IDeliveryChannel
{
    private const int MostBytes = 30 * 1024 * 1024;

    /// <summary>A client made for <see cref="SendGridMail"/>.</summary>
    /// <param name="settings">Where to, and with which key.</param>
    /// <param name="handler">Stands in for the network; null: the network.</param>
    public static HttpClient CreateClient(SendGridSettings settings, HttpMessageHandler? handler = null)
    {
        var client = ProviderClient.Create(settings.BaseUrl, handler);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", settings.ApiKey);
        return client;
    }

    public async Task<DeliveryOutcome> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var body = MailBody.Write(message, settings);
        if (body.Length > MostBytes)
        {
            return DeliveryOutcome.Never($"the mail has more than {MostBytes:N0} bytes");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "v3/mail/send")
        {
            Content = new OnceContent(body, "application/json"),
        };
        var answer = await ProviderClient.SendAsync(client, request, clock.GetCurrentInstant(), cancellationToken);
        var outcome = SendGridAnswers.Classify(answer);
        if (outcome.Kind == DeliveryOutcomeKind.NotSentNever)
        {
            // What it refuses in this way we should not have written.
            LogRefused(message.AttemptId, outcome.Reason);
        }

        return outcome;
    }

    /// <inheritdoc/>
    /// <remarks>It has no list to be asked: an event that carries the attempt settles it, or time and a person do.</remarks>
    public Task<DeliveryOutcome> FindAsync(LostAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(DeliveryOutcome.Unknown("no event has come yet"));

    [LoggerMessage(Level = LogLevel.Error, Message = "Attempt {AttemptId} was refused as it stands: {Reason}")]
    private partial void LogRefused(string attemptId, string reason);
}
