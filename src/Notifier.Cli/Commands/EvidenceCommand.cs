using System.CommandLine;
using System.CommandLine.Parsing;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.Evidence;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Cli.Settings;
using Notifier.Cli.Stores;
using Spectre.Console;

namespace Notifier.Cli.Commands;

/// <summary>
/// <c>evidence --data DIR --student ID</c>: the record of attempts, every entry, and whether the record is whole; with
/// <c>--staff ID</c> one member of staff's digests; with <c>--all --out FOLDER</c> all of them as files.
/// </summary>
public sealed class EvidenceCommand : ICommandWords
{
    private readonly StoreWords store = new(StoreNeeds.Tables);

    private readonly Option<string?> student = new("--student")
    {
        Description = "The id of one student, as students.csv has it.",
        HelpName = "ID",
    };

    private readonly Option<string?> staff = new("--staff")
    {
        Description = "The id of one member of staff, as staff.csv has it, or 'district-contact': the digests of that desk.",
        HelpName = "ID",
    };

    private readonly Option<bool> all = new("--all")
    {
        Description = "Every student and every member of staff of the district, as files in the folder of --out.",
    };

    private readonly Option<string?> output = new("--out")
    {
        Description = "With --all: a new or empty folder, which gets one text and one JSON for each.",
        HelpName = "FOLDER",
    };

    private readonly Option<string?> district = Words.District();

    private readonly Option<string> format = Words.Format();

    public EvidenceCommand(Screen screen, IClock clock)
    {
        Command = new(
            "evidence", "Show what was done about one student, or told one member of staff, entry by entry, and whether the record is whole. "
            + "It names people: it is a personal record (34 CFR part 99).")
        {
            student, staff, all, output, district, format,
        };
        store.AddTo(Command);
        Command.Validators.Add(Check);
        Command.SetAction((parsed, cancellationToken) => RunAsync(screen, clock, parsed, cancellationToken));
    }

    public Command Command { get; }

    public string Example => "notifier evidence --data ./store --student S1012";

    public string ExitCodes => "0 the record is whole; 1 it was changed or has a gap, or one of them was; 2 bad usage, or no such store, student or staff.";

    private void Check(CommandResult result)
    {
        var (one, member, whole) = (result.GetValue(student) is not null, result.GetValue(staff) is not null, result.GetValue(all));
        if ((one ? 1 : 0) + (member ? 1 : 0) + (whole ? 1 : 0) != 1)
        {
            result.AddError("Name one of these: --student ID, --staff ID, or --all --out FOLDER.");
        }
        else if (whole != result.GetValue(output) is not null)
        {
            result.AddError("--all and --out FOLDER go together.");
        }
    }

    private async Task<int> RunAsync(Screen screen, IClock clock, ParseResult parsed, CancellationToken cancellationToken)
    {
        var choice = store.From(parsed);
        var json = parsed.GetValue(format) == "json";
        await using var opened = choice.OpenExistingBeside(clock, SettingsFile.Read());
        var districtId = await StoreOfRun.DistrictAsync(opened, parsed.GetValue(district), cancellationToken);
        var report = EvidenceOfStore.Open(opened.Tables, choice.DataFolder, clock);
        if (parsed.GetValue(output) is { } folder)
        {
            return await new EvidenceExport(screen, opened.Tables, report).RunAsync(districtId, folder, json, cancellationToken);
        }

        var reading = parsed.GetValue(student) is { } studentId
            ? await report.ReadAsync(districtId, studentId, cancellationToken)
            : await report.ReadStaffAsync(districtId, parsed.GetValue(staff)!, cancellationToken);
        if (reading.Entries.Count == 0 && reading.Check.IsWhole)
        {
            var whom = reading.StaffId is { } staffId ? $"of digests to a member of staff '{staffId}'" : $"about a student '{reading.StudentId}'";
            throw CommandException.BadInput($"there is no evidence {whom} of district '{districtId}'.");
        }

        Show(screen, reading, json);
        return reading.Check.IsWhole ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Show(Screen screen, EvidenceReading reading, bool json)
    {
        if (json)
        {
            screen.Output.WriteLine(EvidenceDocument.ToJson(reading));
            return;
        }

        // As it stands: a table's width would cut what people wrote.
        screen.Output.WriteLine(reading.StaffId is null ? AttemptRecord.ToText(reading) : StaffRecord.ToText(reading));
        screen.Human.WriteLine("Entry by entry");
        Write(screen.Human, reading.Entries);
        screen.Human.WriteLine(EntryLines.Verdict(reading.Check));
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
