using System.CommandLine;
using NodaTime;
using Notifier.Application.DueDates;
using Notifier.Application.Summaries;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Cli.Settings;
using Notifier.Cli.Stores;
using Notifier.DueDates.Rates;

namespace Notifier.Cli.Commands;

/// <summary><c>rates FOLDER --as-of DATE</c>: how many reviews and evaluations were done in time, and what is overdue.</summary>
public sealed class RatesCommand : ICommandWords
{
    private readonly Argument<string?> folder = Words.FolderOrStore();

    private readonly StoreWords store;

    private readonly Option<string?> district = Words.District();

    private readonly Option<LocalDate> asOf = Words.AsOf();

    private readonly Option<string> format = Words.Format();

    public RatesCommand(Screen screen, IClock clock)
    {
        Command = new("rates", "Show how many reviews and evaluations were done in time, last week and since July 1, and what is overdue.")
        {
            folder, asOf, format, district,
        };
        store = StoreWords.InsteadOf(folder);
        store.AddTo(Command);
        Command.SetAction((parsed, cancellationToken) => RunAsync(
            screen,
            clock,
            parsed.GetValue(folder),
            parsed.GetRequiredValue(asOf),
            parsed.GetValue(folder) is null ? store.From(parsed) : null,
            parsed.GetValue(district),
            parsed.GetValue(format) == "json",
            cancellationToken));
    }

    public Command Command { get; }

    public string Example => "notifier rates ./my-district --as-of 2026-11-17";

    public string ExitCodes => "0 done; 2 also when rows were left out, which count in no rate: standard error says how many.";

    private static async Task<int> RunAsync(
        Screen screen, IClock clock, string? folder, LocalDate asOf, StoreChoice? choice, string? district, bool json,
        CancellationToken cancellationToken)
    {
        var read = choice is null
            ? await ReadFolder.AllAsync(folder!, clock, cancellationToken)
            : await OnRecordAsync(choice, district, clock, cancellationToken);
        var rules = DistrictRules.Of(read.RequireDistrict());
        var students = read.Students.Select(one => one.File).OfType<Application.PlanDates.StudentFile>().ToAsyncEnumerable();
        var cycles = await DistrictRates.CyclesAsync(students, rules, asOf, cancellationToken).ToListAsync(cancellationToken);
        var (week, year) = (SummaryDays.LookedBackOn(asOf, rules), RatePeriod.YearThrough(asOf));
        if (json)
        {
            RatesJson.Write(screen.Output, cycles, week, year, asOf);
        }
        else
        {
            RatesText.Write(screen.Human, cycles, week, year, asOf, rules.File);
        }

        if (!read.RowsWereLeftOut)
        {
            return ExitCode.Done;
        }

        var rejected = read.Problems.Count(problem => problem.Severity == Application.PlanDates.ProblemSeverity.Rejected);
        screen.Error.WriteLine($"notifier: {Written.Count(rejected, "row was", "rows were")} left out and count in no rate: see 'notifier check'.");
        return ExitCode.BadInput;
    }

    private static async Task<ReadFolder> OnRecordAsync(
        StoreChoice choice, string? district, IClock clock, CancellationToken cancellationToken)
    {
        await using var opened = choice.OpenExistingBeside(clock, SettingsFile.Read());
        return await ReadFolder.OfStoreAsync(
            opened, await StoreOfRun.DistrictAsync(opened, district, cancellationToken), cancellationToken);
    }
}
