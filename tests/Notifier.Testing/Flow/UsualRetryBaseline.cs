using Notifier.Application.Delivery.Attempts;
using Notifier.Delivery;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Testing.Flow;

/// <summary>
/// What is usually built: send, then mark as sent; on any error the message comes again. Under the same faults it must
/// show duplicates, or the harness proves nothing.
/// </summary>
public sealed class UsualRetryBaseline(IDeliveryChannel channel, Faults faults)
{
    private readonly HashSet<string> sent = new(StringComparer.Ordinal);

    public async Task SendAsync(string noticeId)
    {
        for (var tries = 0; tries < 10; tries++)
        {
            try
            {
                faults.Restart();
                faults.Step("before the look");
                if (sent.Contains(noticeId))
                {
                    return;
                }

                using var limit = new CancellationTokenSource(1);
                var outcome = await channel.DeliverAsync(Message(noticeId), limit.Token);
                if (outcome.Kind is DeliveryOutcomeKind.Accepted or DeliveryOutcomeKind.Delivered or DeliveryOutcomeKind.NotSentNever)
                {
                    faults.Step("before the mark");
                    sent.Add(noticeId);
                    faults.Step("after the mark");
                    return;
                }
            }
            catch (Exception problem) when (problem is CrashException or TimeoutException or IOException or OperationCanceledException)
            {
                // Retried, as usual.
            }
        }
    }

    private static OutgoingMessage Message(string noticeId) =>
        new()
        {
            AttemptId = $"{noticeId}-1",
            NoticeId = noticeId,
            Channel = Channel.Email,
            Address = "jorge@example.org",
            RecipientName = "Jorge Peña",
            Language = "en",
            Content = new NoticeContent { Subject = "s", Text = "t" },
            SenderName = "Oak Hill Schools",
            At = OakHill.At(2026, 10, 14, 6).InUtc(),
            Why = "test",
        };
}
