using System.Globalization;
using Notifier.Application.Delivery.Attempts;

namespace Notifier.Adapters.Outbox;

/// <summary>A text message as a small file: a few lines about it, an empty line, and the very words.</summary>
internal static class TextFile
{
    public static string Write(OutgoingMessage message) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            To: {OneLine(message.Address)}
            Name: {OneLine(message.RecipientName)}
            Date: {message.At:uuuu-MM-dd HH:mm z}
            Language: {OneLine(message.Language)}
            Notice: {message.NoticeId}
            Why: {OneLine(message.Why)}

            {message.Content.Text}

            """);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
