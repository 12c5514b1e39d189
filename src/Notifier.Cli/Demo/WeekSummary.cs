using Notifier.Application.Delivery.Attempts;
using Notifier.Cli.Output;
using Spectre.Console;

namespace Notifier.Cli.Demo;

/// <summary>What one supervisor reads once a week, in full.</summary>
public static class WeekSummary
{
    private const string Marked = "The summary of the week for ";

    public static void Write(IAnsiConsole console, IReadOnlyCollection<OutgoingMessage> messages)
    {
        var summaries = messages.Where(message => message.Why.StartsWith(Marked, StringComparison.Ordinal)).ToList();
        if (summaries.OrderBy(message => message.Content.Text.Length).ThenBy(message => message.NoticeId, StringComparer.Ordinal)
            .FirstOrDefault() is not { } message)
        {
            return;
        }

        console.Write(new Rule($"What {Markup.Escape(message.RecipientName)} reads once a week") { Justification = Justify.Left });
        console.Write(new Text($"Subject: {message.Content.Subject}\n\n{message.Content.Text.TrimEnd()}\n"));
        console.Write(new Text(
            $"{Written.Count(summaries.Count, "summary", "summaries")} went out; 'notifier rates' shows the numbers at any time.\n\n", Colors.Quiet));
    }
}
