using Notifier.Application.Delivery.Attempts;
using Notifier.Cli.Output;
using Spectre.Console;

namespace Notifier.Cli.Demo;

/// <summary>What one case manager reads in the morning, in full, and how many others got such a mail.</summary>
public static class DigestSummary
{
    private const string Marked = "The overview of ";

    public static void Write(IAnsiConsole console, IReadOnlyCollection<OutgoingMessage> messages)
    {
        var digests = messages.Where(message => message.Why.StartsWith(Marked, StringComparison.Ordinal)).ToList();
        // Of a middling length, and the same one in every run.
        if (digests.OrderBy(message => message.Content.Text.Length).ThenBy(message => message.NoticeId, StringComparer.Ordinal)
            .ElementAtOrDefault(digests.Count / 2) is not { } message)
        {
            return;
        }

        console.Write(new Rule($"What {Markup.Escape(message.RecipientName)} reads this morning") { Justification = Justify.Left });
        console.Write(new Text($"Subject: {message.Content.Subject}\n\n{message.Content.Text.TrimEnd()}\n"));
        console.Write(new Text(
            $"One mail instead of one for each due date; {Written.Count(digests.Count, "person", "people")} of the staff got theirs.\n\n", Colors.Quiet));
    }
}
