using System.Globalization;
using NodaTime;
using Notifier.Application.Delivery.Attempts;
using Notifier.Delivery;

namespace Notifier.Adapters.Twilio;

/// <summary>Looks for one attempt among the messages of a number: the same words, made at that time, and no other attempt's.</summary>
internal sealed class TwilioSearch(LostAttempt attempt)
{
    public const int MostPages = 50;

    /// <summary>
    /// Two clocks, and a request that waited for its connection. Shorter than what an attempt is left alone before it is
    /// looked for: a text that is being made meanwhile, of the same words, must never be taken for it.
    /// </summary>
    private static readonly Duration Before = Duration.FromMinutes(2);
    private static readonly Duration After = Duration.FromMinutes(5);

    private readonly List<(Instant CreatedAt, TwilioMessage Message)> found = [];

    /// <returns>False when nothing older can be the attempt's.</returns>
    public bool Add(TwilioPage page)
    {
        var isTooOld = false;
        foreach (var message in page.Messages)
        {
            if (CreatedAt(message) is not { } createdAt)
            {
                continue;
            }

            isTooOld |= createdAt < attempt.StartedAt - Before;
            if (createdAt >= attempt.StartedAt - Before && createdAt <= attempt.StartedAt + After
                && message is { Sid.Length: > 0, Body: { } body } && message.Direction?.StartsWith("inbound", StringComparison.Ordinal) != true
                && LostAttempt.HashOf(body) == attempt.TextHash)
            {
                found.Add((createdAt, message));
            }
        }

        return !isTooOld;
    }

    /// <summary>The nearest in time that no other attempt has claimed.</summary>
    public async Task<DeliveryOutcome> OutcomeAsync(CancellationToken cancellationToken)
    {
        foreach (var (_, message) in found.OrderBy(one => Distance(one.CreatedAt)).ThenBy(one => one.Message.Sid, StringComparer.Ordinal))
        {
            if (await attempt.ClaimAsync(message.Sid!, cancellationToken))
            {
                return TwilioAnswers.OutcomeOfListed(message);
            }
        }

        return DeliveryOutcome.Unknown("not in the provider's list");
    }

    private double Distance(Instant createdAt) => Math.Abs((createdAt - attempt.StartedAt).TotalSeconds);

    private static Instant? CreatedAt(TwilioMessage message) =>
        DateTimeOffset.TryParse(message.DateCreated, CultureInfo.InvariantCulture, out var created)
            ? Instant.FromDateTimeOffset(created)
            : null;
}
