using System.CommandLine;
using System.Text;
using NodaTime;
using Notifier.Adapters.Outbox;
using Notifier.Adapters.Templates;
using Notifier.Application.Notices;
using Notifier.Application.Runs;
using Notifier.Application.ScheduleChanges;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Cli.Settings;
using Notifier.Cli.Stores;

namespace Notifier.Cli.Commands;

/// <summary><c>announce FILE --data DIR [--preview]</c>: puts a schedule change on its queue, or shows what that would do.</summary>
public sealed class AnnounceCommand : ICommandWords
{
    private readonly Argument<string> file = new("FILE")
    {
        Description = "A schedule change as one JSON object.",
    };

    private readonly StoreWords store = new(StoreNeeds.Queues);

    private readonly Option<bool> preview = new("--preview")
    {
        Description = "Show who would be told, when and in which words, and announce nothing.",
    };

    private readonly Option<Instant?> at = Words.At();

    private readonly Option<string> format = Words.Format();

    public AnnounceCommand(Screen screen, IClock clock)
    {
        Command = new("announce", "Tell families of a day that will not follow the routine.") { file, preview, at, format };
        store.AddTo(Command);
        Command.SetAction((parsed, cancellationToken) => RunAsync(
            screen,
            parsed.GetValue(at) is { } moment ? new FixedClock(moment) : clock,
            parsed.GetRequiredValue(file),
            store.From(parsed),
            parsed.GetValue(preview),
            parsed.GetValue(format) == "json",
            cancellationToken));
    }

    public Command Command { get; }

    public string Example => "notifier announce ./testing.json --data ./store --preview";

    public string ExitCodes => "0 announced, or previewed; 1 failed; 2 bad usage, a change that cannot be told, or no such store.";

    private static async Task<int> RunAsync(
        Screen screen, IClock clock, string path, StoreChoice choice, bool preview, bool json, CancellationToken cancellationToken)
    {
        await using var store = choice.OpenExistingBeside(clock, SettingsFile.Read());
        var text = await ReadAsync(path, cancellationToken);
        try
        {
            var reading = ScheduleChangeText.ReadAll(text);
            var change = reading.Change;
            // Nothing is sent here: what is announced goes out when the home runs.
            var useCases = new UseCases(
                store.Tables, store.Sender, new OutboxFolder(new OutboxSettings { Folder = Path.GetTempPath() }),
                new NoticeComposer(new HandlebarsTemplates()), clock);
            if (preview)
            {
                await useCases.SubmitScheduleChange.CheckAsync(reading, cancellationToken);
                var notices = await useCases.PreviewScheduleChange.RunAsync(change, cancellationToken).ToListAsync(cancellationToken);
                Show(screen, notices, change.Withdrawn, json);
                return ExitCode.Done;
            }

            await useCases.SubmitScheduleChange.RunAsync(reading, cancellationToken);
            screen.Error.WriteLine($"notifier: {change.ChangeId}, version {change.Version}, is announced; 'notifier run' tells {(change.Withdrawn ? "whoever has heard of it" : "the families")}.");
            if (json)
            {
                screen.Output.WriteLine(Encoding.UTF8.GetString(ScheduleChangeText.Write(change)));
            }

            return ExitCode.Done;
        }
        catch (ScheduleChangeException wrong)
        {
            var (file, places) = (Path.GetFileName(path), ScheduleChangePlaces.Of(text));
            throw CommandException.BadInput($"{file} cannot be announced.{string.Concat(wrong.Problems
                .Select(problem => (Place: places.Of(problem), problem))
                .OrderBy(one => one.Place.Line).ThenBy(one => one.Place.Column)
                .Select(one => $"\n  {file}, line {one.Place.Line}, column {one.Place.Column}: {one.problem}"))}");
        }
    }

    private static void Show(Screen screen, IReadOnlyList<PreviewedNotice> notices, bool isWithdrawn, bool json)
    {
        if (json)
        {
            PreviewJson.Write(screen.Output, notices);
        }
        else
        {
            PreviewText.Write(screen.Human, notices, isWithdrawn);
        }
    }

    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            // A byte-order mark is tolerated, as in the district folder.
            return bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw CommandException.BadInput($"{path} cannot be read: {cause.Message}");
        }
    }
}
