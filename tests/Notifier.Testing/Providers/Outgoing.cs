using NodaTime;
using Notifier.Application.Delivery.Attempts;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Testing.Providers;

/// <summary>Messages for tests of the providers.</summary>
public static class Outgoing
{
    public static Instant Now { get; } = Instant.FromUtc(2026, 10, 14, 15, 0);

    private static readonly DateTimeZone Chicago = DateTimeZoneProviders.Tzdb["America/Chicago"];

    public static OutgoingMessage Text(string attemptId = "n1-1", string to = "+15125550142", string text = "¡Hola! La reunión es mañana.") =>
        Message(attemptId, Channel.Sms, to, new NoticeContent { Subject = "", Text = text }) with
        {
            DeliverBefore = Instant.FromUtc(2026, 10, 15, 1, 0),
        };

    public static OutgoingMessage Mail(string attemptId = "n1-1", string to = "maria@example.org") =>
        Message(attemptId, Channel.Email, to, new NoticeContent
        {
            Subject = "La reunión de Ximena",
            Text = "Hola, María.",
            Html = "<p>Hola, María.</p>",
        });

    public static LostAttempt Lost(OutgoingMessage message, Func<string, bool>? claims = null) =>
        new()
        {
            AttemptId = message.AttemptId,
            Channel = message.Channel,
            Address = message.Address,
            TextHash = LostAttempt.HashOf(message.Content.Text),
            StartedAt = message.At.ToInstant(),
            ClaimAsync = (id, _) => Task.FromResult(claims?.Invoke(id) ?? true),
        };

    private static OutgoingMessage Message(string attemptId, Channel channel, string to, NoticeContent content) =>
        new()
        {
            AttemptId = attemptId,
            NoticeId = attemptId[..attemptId.LastIndexOf('-')],
            Channel = channel,
            Address = to,
            RecipientName = "María Peña",
            Language = "es",
            Content = content,
            SenderName = "Oak Hill Schools",
            ReplyTo = "office@example.org",
            At = Now.InZone(Chicago),
            Why = "test",
        };
}
