using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.Evidence;
using Notifier.Application.PlanDates;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Cli.Settings;
using Notifier.Cli.Stores;
using Spectre.Console;

namespace Notifier.Cli.Commands;

/// <summary><c>evidence --data DIR --student ID</c>: the record of attempts, every entry, and whether the record is whole.</summary>
public sealed class EvidenceCommand : ICommandWords
{
    private readonly StoreWords store = new(StoreNeeds.Tables);

    private readonly Option<string> student = new("--student")
    {
        Description = "The id of one student, as students.csv has it.",
        HelpName = "ID",
        Required = true,
    };

    private readonly Option<string?> district = Words.District();

    private readonly Option<string> format = Words.Format();

    public EvidenceCommand(Screen screen, IClock clock)
    {
        Command = new("evidence", "Show what was done about one student, entry by entry, and whether the record is whole.")
        {
            student, district, format,
        };
        store.AddTo(Command);
        Command.SetAction((parsed, cancellationToken) => RunAsync(
            screen,
            clock,
            store.From(parsed),
            parsed.GetRequiredValue(student),
            parsed.GetValue(district),
            parsed.GetValue(format) == "json",
            cancellationToken));
    }

    public Command Command { get; }

    public string Example => "notifier evidence --data ./store --student S1012";

    public string ExitCodes => "0 the record is whole; 1 it was changed or has a gap; 2 bad usage, or no such store or student.";

    private static async Task<int> RunAsync(
        Screen screen, IClock clock, StoreChoice choice, string studentId, string? district, bool json,
        CancellationToken cancellationToken)
    {
        await using var store = choice.OpenExistingBeside(clock, SettingsFile.Read());
        var districtId = await StoreOfRun.DistrictAsync(store, district, cancellationToken);
        var ledger = new EvidenceLedger(store.Tables);
        var reading = await new EvidenceReport(
                ledger, new NoticeLedger(store.Tables, ledger), new KeptReplies(store.Tables, ledger),
                new DistrictFiles(store.Tables), new VerifyEvidence(ledger))
            .ReadAsync(districtId, studentId, cancellationToken);
        var (rows, check) = (reading.Entries, reading.Check);
        if (rows.Count == 0 && check.IsWhole)
        {
            throw CommandException.BadInput($"there is no evidence about a student '{studentId}' of district '{districtId}'.");
        }

        if (json)
        {
            screen.Output.WriteLine(EvidenceReport.ToJson(reading));
            return check.IsWhole ? ExitCode.Done : ExitCode.Failed;
        }

        // As it stands: a table's width would cut what people wrote.
        screen.Output.WriteLine(AttemptRecord.ToText(reading));
        screen.Human.WriteLine("Entry by entry");
        Write(screen.Human, rows);
        screen.Human.WriteLine(check.IsWhole
            ? $"{Written.Count(check.Entries, "entry", "entries")}; the record is whole."
            : $"The record is NOT whole: {check.Problem}");
        return check.IsWhole ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Write(IAnsiConsole console, IEnumerable<EvidenceRow> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(new TableColumn("At (UTC)").NoWrap(), new("What happened"), new("Plan"), new("Notice"), new("Detail"));
        foreach (var row in rows)
        {
            table.AddRow(
                new Text(InstantPattern.General.Format(row.At)),
                new Text(row.Kind.ToString()),
                new Text(row.PlanId),
                new Text(row.NoticeId.Length > 8 ? row.NoticeId[..8] : row.NoticeId),
                new Text(row.Detail));
        }

        console.Write(table);
    }
}
