using System.CommandLine;
using NodaTime;
using Notifier.Application.Queues;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Cli.Settings;
using Notifier.Cli.Stores;
using Spectre.Console;

namespace Notifier.Cli.Commands;

/// <summary><c>set-aside --data DIR [--put-back]</c>: queue messages that could not be handled, and another try for them.</summary>
public sealed class SetAsideCommand : ICommandWords
{
    private readonly StoreWords store = new(StoreNeeds.Queues);

    private readonly Option<bool> putBack = new("--put-back")
    {
        Description = "Put every one of them back on its queue, to be handled by the next run.",
    };

    public SetAsideCommand(Screen screen, IClock clock)
    {
        Command = new("set-aside", "List queue messages that could not be handled, with the reason.") { putBack };
        store.AddTo(Command);
        Command.SetAction((parsed, cancellationToken) => RunAsync(
            screen, clock, store.From(parsed), parsed.GetValue(putBack), cancellationToken));
    }

    public Command Command { get; }

    public string Example => "notifier set-aside --data ./store --put-back";

    public string ExitCodes => "0 done, messages or not; 1 failed; 2 bad usage, or no such store.";

    private static async Task<int> RunAsync(
        Screen screen, IClock clock, StoreChoice choice, bool putBack, CancellationToken cancellationToken)
    {
        await using var store = choice.OpenExistingBeside(clock, SettingsFile.Read());
        var messages = new List<SetAsideMessage>();
        foreach (var queue in QueueNames.All)
        {
            await foreach (var message in store.SetAside.ListAsync(queue, cancellationToken))
            {
                messages.Add(message);
            }
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Queue", "Message", "Tries", "Reason");
        foreach (var message in messages)
        {
            table.AddRow(
                new Text(message.Queue), new Text(message.MessageId), new Text($"{message.DeliveryCount}"), new Text(message.Reason));
        }

        if (messages.Count > 0)
        {
            screen.Human.Write(table);
        }

        screen.Human.WriteLine($"{Written.Count(messages.Count, "message was", "messages were")} set aside.");
        foreach (var message in putBack ? messages : [])
        {
            await store.SetAside.PutBackAsync(message, cancellationToken);
        }

        if (messages.Count > 0)
        {
            screen.Human.WriteLine(putBack ? "All of them are back on their queues." : "Mend the reason, then put them back with --put-back.");
        }

        return ExitCode.Done;
    }
}
