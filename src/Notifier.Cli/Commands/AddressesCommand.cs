using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Storage;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Cli.Settings;
using Notifier.Cli.Stores;
using Spectre.Console;

namespace Notifier.Cli.Commands;

/// <summary><c>addresses --data DIR [--lift ID --because WHY]</c>: addresses nothing is sent to any more, and the way back.</summary>
public sealed class AddressesCommand : ICommandWords
{
    private const int IdLength = 12;

    private readonly StoreWords store = new(StoreNeeds.Tables);

    private readonly Option<string?> district = Words.District();

    private readonly Option<string?> lift = new("--lift")
    {
        Description = "Send to this address again: its id in the list.",
        HelpName = "ID",
    };

    private readonly Option<string?> because = new("--because")
    {
        Description = "Who asked for it and how, for the record. A STOP may be lifted only when the person asked for texts again.",
        HelpName = "WHY",
    };

    public AddressesCommand(Screen screen, IClock clock)
    {
        Command = new("addresses", "List the addresses nothing is sent to any more, with the reason, or let one be used again.")
        {
            district, lift, because,
        };
        store.AddTo(Command);
        Command.SetAction((parsed, cancellationToken) => RunAsync(
            screen, clock, store.From(parsed), parsed.GetValue(district), parsed.GetValue(lift),
            parsed.GetValue(because) ?? "", cancellationToken));
    }

    public Command Command { get; }

    public string Example => "notifier addresses --data ./store --lift 1f0c9a2b3d4e --because \"called on 2026-11-20, wants texts\"";

    public string ExitCodes => "0 done; 1 failed; 2 bad usage, or no such store or address.";

    private static async Task<int> RunAsync(
        Screen screen, IClock clock, StoreChoice choice, string? district, string? lift, string because,
        CancellationToken cancellationToken)
    {
        await using var store = choice.OpenExistingBeside(clock, SettingsFile.Read());
        var districtId = await StoreOfRun.DistrictAsync(store, district, cancellationToken);
        var suppressions = new Suppressions(store.Tables);
        var rows = new List<SuppressionRow>();
        await foreach (var one in suppressions.AllAsync(districtId, cancellationToken))
        {
            if (one.LiftedAt is null)
            {
                rows.Add(one);
            }
        }

        if (lift is null)
        {
            await ListAsync(screen, store.Tables, districtId, rows, cancellationToken);
            return ExitCode.Done;
        }

        var chosen = rows.Where(one => lift.Length > 0 && one.RowKey.StartsWith(lift, StringComparison.Ordinal)).ToList();
        var row = (chosen, because.Trim()) switch
        {
            ([], _) => throw CommandException.BadInput(
                $"no suppressed address has the id '{lift}': run 'notifier addresses' for the list."),
            ([_, _, ..], _) => throw CommandException.BadInput($"several addresses begin with '{lift}': write the whole id."),
            (_, "") => throw CommandException.BadInput("say with --because who asked for it and how: it is kept for the record."),
            ([var only], _) => only,
        };
        await suppressions.ResumeAsync(
            districtId, row.RowKey, row.Channel, because.Trim(), clock.GetCurrentInstant(), cancellationToken);
        screen.Human.WriteLine("The address is used again from the next notice on. A provider that has its own list may still refuse it.");
        return ExitCode.Done;
    }

    private static async Task ListAsync(
        Screen screen, IEntityTables tables, string districtId, List<SuppressionRow> rows, CancellationToken cancellationToken)
    {
        var holders = rows.Count == 0 ? null : await AddressHolders.FindAsync(tables, districtId, rows, cancellationToken);
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Id", "How", "Address", "Contacts", "Since (UTC)", "Reason");
        foreach (var row in rows.OrderBy(one => one.Since))
        {
            var (masked, contacts) = holders!.Of(row.RowKey);
            table.AddRow(
                new Text(row.RowKey[..IdLength]), new Text(row.Channel == PlanDates.Channel.Sms ? "text" : "email"), new Text(masked),
                new Text(contacts), new Text(InstantPattern.General.Format(row.Since)), new Text(row.Reason));
        }

        if (rows.Count > 0)
        {
            screen.Human.Write(table);
        }

        screen.Human.WriteLine(rows.Count == 0
            ? "Every address on file may be used."
            : $"{Written.Count(rows.Count, "address is", "addresses are")} not used. Another address in contacts.csv takes its place at the next import.");
    }
}
