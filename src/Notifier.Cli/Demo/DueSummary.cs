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

        // One of each duty: twenty rows of the same say less than six different ones.
        var shown = overdue.DistinctBy(explained => explained.DueDate.Obligation).Take(Rows).ToArray();
        console.Write(new Text($"Overdue longest, one of each duty ({shown.Length} of {overdue.Length})\n", Colors.Heading));
        foreach (var explained in shown)
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
        console.Write(new Padder(new Text(string.Join(' ', explained.Why.Take(2)), Colors.Quiet), new(6, 0, 0, 0)));
    }
}
