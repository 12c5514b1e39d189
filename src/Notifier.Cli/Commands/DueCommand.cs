using System.CommandLine;
using NodaTime;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Cli.Settings;
using Notifier.Cli.Stores;
using Spectre.Console;

namespace Notifier.Cli.Commands;

/// <summary><c>due FOLDER --as-of DATE</c>: every obligation with its due date.</summary>
public sealed class DueCommand : ICommandWords
{
    private readonly Argument<string?> folder = Words.FolderOrStore();

    private readonly StoreWords store;

    private readonly Option<string?> district = Words.District();

    private readonly Option<LocalDate> asOf = Words.AsOf();

    private readonly Option<string> plan = Words.Plan(required: false);

    private readonly Option<string> format = Words.Format();

    public DueCommand(Screen screen, IClock clock)
    {
        Command = new("due", "List every obligation with its due date, as of a day.")
        {
            folder, asOf, plan, format, district,
        };
        store = StoreWords.InsteadOf(folder);
        store.AddTo(Command);
        Command.SetAction((parsed, cancellationToken) => RunAsync(
            screen,
            clock,
            new(parsed.GetValue(folder) ?? "", parsed.GetRequiredValue(asOf), parsed.GetValue(plan)),
            parsed.GetValue(folder) is null ? store.From(parsed) : null,
            parsed.GetValue(district),
            parsed.GetValue(format) == "json",
            cancellationToken));
    }

    public Command Command { get; }

    public string Example => "notifier due ./my-district --as-of 2026-11-17";

    public string ExitCodes =>
        "0 done; 2 also when rows that matter here were left out: the rest is listed, standard error names whose.";

    private static async Task<int> RunAsync(
        Screen screen, IClock clock, DueDatesQuestion question, StoreChoice? choice, string? district, bool json,
        CancellationToken cancellationToken)
    {
        var answer = choice is null
            ? await question.AnswerAsync(clock, cancellationToken)
            : question.Answer(await OnRecordAsync(choice, district, clock, cancellationToken));
        if (json)
        {
            DueDatesJson.Write(screen.Output, answer.DueDates);
        }
        else
        {
            DueDatesTable.Write(screen.Human, answer.DueDates);
            screen.Human.WriteLine(answer.DueDates.Count == 0
                ? "Nothing is owed: no date on record starts a clock."
                : $"As of {Written.Day(question.AsOf)}: {DueDatesTable.Summary(answer.DueDates)}.");
        }

        return DueDateNotes.Write(screen, answer);
    }

    private static async Task<ReadFolder> OnRecordAsync(
        StoreChoice choice, string? district, IClock clock, CancellationToken cancellationToken)
    {
        await using var opened = choice.OpenExistingBeside(clock, SettingsFile.Read());
        return await ReadFolder.OfStoreAsync(
            opened, await StoreOfRun.DistrictAsync(opened, district, cancellationToken), cancellationToken);
    }
}
