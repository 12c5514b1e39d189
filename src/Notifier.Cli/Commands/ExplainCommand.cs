using System.CommandLine;
using NodaTime;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;

namespace Notifier.Cli.Commands;

/// <summary><c>explain FOLDER --plan ID --as-of DATE</c>: the due dates of one plan in full sentences, day by day.</summary>
public sealed class ExplainCommand : ICommandWords
{
    private readonly Argument<string> folder = Words.Folder();

    private readonly Option<LocalDate> asOf = Words.AsOf();

    private readonly Option<string> plan = Words.Plan(required: true);

    private readonly Option<string> format = Words.Format();

    public ExplainCommand(Screen screen, IClock clock)
    {
        Command = new("explain", "Explain the due dates of one plan, to be checked by hand.")
        {
            folder, plan, asOf, format,
        };
        Command.SetAction((parsed, cancellationToken) => RunAsync(
            screen,
            clock,
            new(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(asOf), parsed.GetRequiredValue(plan)),
            parsed.GetValue(format) == "json",
            cancellationToken));
    }

    public Command Command { get; }

    public string Example => "notifier explain ./my-district --plan P1012 --as-of 2026-11-17";

    public string ExitCodes =>
        "0 done; 2 also when a row of this student or of the calendar was left out: standard error says so.";

    private static async Task<int> RunAsync(
        Screen screen, IClock clock, DueDatesQuestion question, bool json, CancellationToken cancellationToken)
    {
        var answer = await question.AnswerAsync(clock, cancellationToken);
        if (json)
        {
            DueDatesJson.Write(screen.Output, answer.DueDates);
        }
        else
        {
            ExplainedText.Write(screen.Human, answer.Plans[0], question.AsOf, answer.DueDates);
        }

        return DueDateNotes.Write(screen, answer);
    }
}
