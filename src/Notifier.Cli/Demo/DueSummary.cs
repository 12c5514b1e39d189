using Notifier.Cli.Commands;
using Notifier.Cli.Output;
using Notifier.DueDates;
using Spectre.Console;

namespace Notifier.Cli.Demo;

/// <summary>What is due and what is overdue, the longest overdue first, each with its reason.</summary>
public static class DueSummary
{
    private const int Rows = 6;

    public static void Write(IAnsiConsole console, DueDatesAnswer answer)
    {
        var overdue = answer.DueDates.Where(due => due.DueDate.Status == DueStatus.Overdue && due.DueDate.DueOn is not null).ToArray();
        console.Write(new Rule("What is due") { Justification = Justify.Left });
        console.WriteLine($"{Written.Count(answer.Plans.Count, "plan")}: {DueDatesTable.Summary(answer.DueDates)}.");
        console.WriteLine();
        if (overdue.Length == 0)
        {
            return;
        }

        console.Write(new Text($"Overdue longest ({Math.Min(Rows, overdue.Length)} of {overdue.Length})\n", Colors.Heading));
        foreach (var explained in overdue.Take(Rows))
        {
            Overdue(console, explained);
        }

        console.WriteLine();
    }

    private static void Overdue(IAnsiConsole console, ExplainedDueDate explained)
    {
        var due = explained.DueDate;
        var line = new Paragraph()
            .Append(Written.Day(due.DueOn), Colors.Of(due.Status))
            .Append($"  {due.PlanId}  {DueDatesTable.TitleOf(due)} ")
            .Append($"({(due.Law.Count > 0 ? due.Law[0].Text : "district policy")})", Colors.Quiet);
        console.Write(new Padder(line, new(2, 0, 0, 0)));
        if (explained.Why.Count > 0)
        {
            console.Write(new Padder(new Text(explained.Why[0], Colors.Quiet), new(6, 0, 0, 0)));
        }
    }
}
