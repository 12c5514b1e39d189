using NodaTime;
using Notifier.PlanDates;

namespace Notifier.Delivery;

/// <summary>
/// When a message that the provider took, and of which no final report came, is looked for in its list. It is never sent
/// again for want of a report: most such messages arrived.
/// </summary>
public static class MissingReportRule
{
    private static readonly Duration[] OfTexts =
        [Duration.FromHours(4), Duration.FromDays(1), Duration.FromDays(2), Duration.FromDays(3)];

    // The provider of mail has no list that can be asked; reports may take as long as mail servers retry.
    private static readonly Duration[] OfEmails = [Duration.FromDays(3)];

    /// <param name="channel">How it went.</param>
    /// <param name="attemptedAt">When it was handed to the provider.</param>
    /// <param name="after">The latest look, or the attempt itself.</param>
    /// <returns>The next look after that moment; null: that was the last, and no report is waited for any more.</returns>
    public static Instant? NextLook(Channel channel, Instant attemptedAt, Instant after)
    {
        foreach (var wait in channel == Channel.Sms ? OfTexts : OfEmails)
        {
            if (attemptedAt + wait > after)
            {
                return attemptedAt + wait;
            }
        }

        return null;
    }
}
