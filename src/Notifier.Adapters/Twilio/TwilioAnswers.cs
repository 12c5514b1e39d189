using Notifier.Adapters.Http;
using Notifier.Delivery;

namespace Notifier.Adapters.Twilio;

/// <summary>What is certain after one request to send.</summary>
internal static class TwilioAnswers
{
    /// <param name="answer">Of the provider.</param>
    /// <param name="isUnknownCode">It gave a code that no table holds.</param>
    public static DeliveryOutcome Classify(ProviderAnswer answer, out bool isUnknownCode)
    {
        isUnknownCode = false;
        if (answer.Status == 0)
        {
            return answer.NeverLeft ? DeliveryOutcome.TryAgain(answer.Failure) : DeliveryOutcome.Unknown(answer.Failure);
        }

        if (answer.Status is >= 200 and < 300)
        {
            var body = TwilioMessage.Read(answer.Body);
            // It may say at once that it took it in vain.
            return body is { Status: "failed" or "canceled" or "undelivered", ErrorCode: { } failed }
                ? OutcomeOf(TwilioCodes.Report(failed) ?? Unlisted(failed, out isUnknownCode), answer)
                : DeliveryOutcome.Accepted(body?.Sid);
        }

        if (answer.Status >= 500)
        {
            return DeliveryOutcome.Unknown($"HTTP {answer.Status}");
        }

        if (answer.Status is >= 300 and < 400)
        {
            return OutcomeOf(new(answer.Status, "redirected", TwilioClass.MendAccount), answer);
        }

        var code = TwilioJson.Read(answer.Body, TwilioJson.Default.TwilioError)?.Code;
        var known = code is { } given ? TwilioCodes.Answer(given) : null;
        isUnknownCode = code is not null && known is null;
        return OutcomeOf(
            known ?? TwilioCodes.Answer(answer.Status) ?? new(answer.Status, "refused", TwilioClass.Never), answer, code);
    }

    /// <summary>What the provider's list says about a message that is ours.</summary>
    public static DeliveryOutcome OutcomeOfListed(TwilioMessage message) => message.Status switch
    {
        "delivered" or "read" => DeliveryOutcome.Delivered(message.Sid),
        // Whatever the code: this message was taken once, and only another channel may follow it.
        "failed" or "undelivered" or "canceled" => DeliveryOutcome.Never(
            $"{message.ErrorCode ?? 0}: {TwilioCodes.Report(message.ErrorCode ?? 0)?.Meaning ?? message.Status}") with
        {
            ProviderId = message.Sid,
            EndsAddress = TwilioCodes.Report(message.ErrorCode ?? 0)?.Class == TwilioClass.NeverThisNumber,
            NeedsSetup = TwilioCodes.Report(message.ErrorCode ?? 0)?.NeedsSetup == true,
        },
        // What becomes of it comes by its own reports.
        _ => DeliveryOutcome.Accepted(message.Sid),
    };

    private static TwilioCode Unlisted(int code, out bool isUnknownCode)
    {
        isUnknownCode = true;
        return new(code, "refused", TwilioClass.Never);
    }

    private static DeliveryOutcome OutcomeOf(TwilioCode code, ProviderAnswer answer, int? given = null)
    {
        var reason = $"{given ?? code.Code}: {code.Meaning}";
        return code.Class switch
        {
            TwilioClass.TryAgain => DeliveryOutcome.TryAgain(reason) with { RetryAfter = answer.RetryAfter },
            TwilioClass.MendAccount => DeliveryOutcome.TryAgain(reason) with { NeedsSetup = true },
            TwilioClass.NeverMendAccount => DeliveryOutcome.Never(reason) with { NeedsSetup = true },
            TwilioClass.Never => DeliveryOutcome.Never(reason),
            TwilioClass.NeverThisNumber => DeliveryOutcome.Never(reason) with { EndsAddress = true },
            _ => DeliveryOutcome.Unknown(reason),
        };
    }
}
