using Notifier.DueDates;
using Notifier.PlanDates;
using NodaTime;
using Spectre.Console;

namespace Notifier.Cli.Output;

/// <summary>Due dates of one plan in full sentences, to be checked by hand against a wall calendar.</summary>
public static class ExplainedText
{
    public static void Write(IAnsiConsole console, PlanRecord plan, LocalDate asOf, IReadOnlyList<ExplainedDueDate> inOrder)
    {
        console.Write(new Text(
            $"Plan {plan.Plan.PlanId} ({Written.Kind(plan.Plan.Kind)}) of student {plan.Plan.StudentId}, as of {Written.Day(asOf)}\n",
            Colors.Heading));
        if (inOrder.Count == 0)
        {
            console.WriteLine("\nNothing is owed: no date on record starts a clock.");
        }

        foreach (var explained in inOrder)
        {
            console.WriteLine();
            One(console, explained);
        }
    }

    private static void One(IAnsiConsole console, ExplainedDueDate explained)
    {
        var due = explained.DueDate;
        console.Write(new Text(DueDatesTable.TitleOf(due), Colors.Heading));
        console.WriteLine();
        console.Write(new Padder(new Text(Headline(due), Colors.Of(due.Status)), new(2, 0, 0, 0)));
        if (due.LastPracticalDay is { } day && day != due.DueOn)
        {
            Indented(console, $"Last day of school on or before it: {Written.Day(day)}.");
        }

        Indented(console, $"Law: {string.Join("; ", due.Law.Select(citation => citation.Text))}.");
        foreach (var (number, sentence) in DueDateEntry.Of(explained).Why.Index())
        {
            Numbered(console, number + 1, sentence);
        }
    }

    private static string Headline(DueDate due) => due switch
    {
        { DueOn: null } => "No due date can be given.",
        { Status: DueStatus.Met or DueStatus.MetLate, MetOn: { } metOn } =>
            $"Due {Written.Day(due.DueOn)}, {Written.Status(due.Status)} on {Written.Day(metOn)}.",
        _ => $"Due {Written.Day(due.DueOn)}: {Written.Status(due.Status)}.",
    };

    private static void Indented(IAnsiConsole console, string text) =>
        console.Write(new Padder(new Text(text), new(2, 0, 0, 0)));

    private static void Numbered(IAnsiConsole console, int number, string sentence)
    {
        var grid = new Grid { Expand = false };
        grid.AddColumn(new GridColumn { Width = 6, NoWrap = true, Alignment = Justify.Right, Padding = new(0, 0, 1, 0) });
        grid.AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) });
        grid.AddRow(new Text(FormattableString.Invariant($"{number}.")), new Text(sentence));
        console.Write(grid);
    }
}
