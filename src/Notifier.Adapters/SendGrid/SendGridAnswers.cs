using Notifier.Adapters.Http;
using Notifier.Delivery;

namespace Notifier.Adapters.SendGrid;

/// <summary>What is certain after one request to send.</summary>
internal static class SendGridAnswers
{
    /// <summary>By HTTP status; a time-out or a status that is not here: see <see cref="Classify"/>.</summary>
    public static IReadOnlyList<(int Status, DeliveryOutcomeKind Kind, bool NeedsSetup, string Meaning)> Table { get; } =
    [
        // 200 is the answer in sandbox mode.
        (200, DeliveryOutcomeKind.Accepted, false, "accepted"),
        (202, DeliveryOutcomeKind.Accepted, false, "accepted"),
        (400, DeliveryOutcomeKind.NotSentNever, false, "refused as malformed"),
        (401, DeliveryOutcomeKind.NotSentTryAgain, true, "sign-in refused"),
        (403, DeliveryOutcomeKind.NotSentTryAgain, true, "the sender is not verified or not permitted"),
        (404, DeliveryOutcomeKind.NotSentTryAgain, true, "no such address at the provider"),
        (405, DeliveryOutcomeKind.NotSentTryAgain, true, "no such address at the provider"),
        (408, DeliveryOutcomeKind.Unknown, false, "time-out at the provider"),
        (413, DeliveryOutcomeKind.NotSentNever, false, "too large"),
        (415, DeliveryOutcomeKind.NotSentNever, false, "refused as malformed"),
        (429, DeliveryOutcomeKind.NotSentTryAgain, false, "too many requests"),
    ];

    public static DeliveryOutcome Classify(ProviderAnswer answer)
    {
        if (answer.Status == 0)
        {
            return answer.NeverLeft ? DeliveryOutcome.TryAgain(answer.Failure) : DeliveryOutcome.Unknown(answer.Failure);
        }

        var (_, kind, needsSetup, meaning) = Table.FirstOrDefault(one => one.Status == answer.Status, Otherwise(answer.Status));
        return kind switch
        {
            DeliveryOutcomeKind.Accepted => DeliveryOutcome.Accepted(answer.Header("X-Message-Id")),
            _ => new DeliveryOutcome(kind, null, $"{answer.Status}: {meaning}")
            {
                NeedsSetup = needsSetup,
                RetryAfter = answer.Status == 429 ? answer.RetryAfter : null,
            },
        };
    }

    private static (int Status, DeliveryOutcomeKind Kind, bool NeedsSetup, string Meaning) Otherwise(int status) => status switch
    {
        >= 200 and < 300 => (status, DeliveryOutcomeKind.Accepted, false, "accepted"),
        >= 300 and < 400 => (status, DeliveryOutcomeKind.NotSentTryAgain, true, "redirected"),
        >= 400 and < 500 => (status, DeliveryOutcomeKind.NotSentNever, false, "refused"),
        _ => (status, DeliveryOutcomeKind.Unknown, false, "failed at the provider"),
    };
}
