using Notifier.DueDates;
using Notifier.Obligations;
using Spectre.Console;

namespace Notifier.Cli.Output;

/// <summary>Due dates for people: what is overdue first, then what comes, then what is done.</summary>
public static class DueDatesTable
{
    private static readonly (DueStatus Status, string Title)[] Sections =
    [
        (DueStatus.Overdue, "Overdue"),
        (DueStatus.Due, "Due soon"),
        (DueStatus.Upcoming, "Upcoming"),
        (DueStatus.MetLate, "Met late"),
        (DueStatus.Met, "Met"),
        (DueStatus.NotOwed, "Not owed"),
    ];

    public static void Write(IAnsiConsole console, IReadOnlyList<ExplainedDueDate> inOrder)
    {
        foreach (var (status, title) in Sections)
        {
            Section(console, title, status, [.. inOrder.Where(due => due.DueDate.Status == status && due.DueDate.DueOn is not null)]);
        }

        Section(console, "No date can be given", DueStatus.Overdue, [.. inOrder.Where(due => due.DueDate.DueOn is null)]);
    }

    /// <summary><c>12 overdue, 40 due, 310 upcoming</c>; what there is none of is left out.</summary>
    public static string Summary(IReadOnlyList<ExplainedDueDate> dueDates) => string.Join(", ", Sections
        .Select(section => (section.Status, Number: dueDates.Count(due => due.DueDate.Status == section.Status)))
        .Where(count => count.Number > 0)
        .Select(count => $"{Written.Count(count.Number, Written.Status(count.Status), Written.Status(count.Status))}"));

    private static void Section(IAnsiConsole console, string title, DueStatus status, IReadOnlyList<ExplainedDueDate> dueDates)
    {
        if (dueDates.Count == 0)
        {
            return;
        }

        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        table.AddColumns(
            new TableColumn("Due").NoWrap(), new TableColumn("Plan").NoWrap(), new TableColumn("Obligation"), new TableColumn("Law"));
        foreach (var due in dueDates.Select(explained => explained.DueDate))
        {
            table.AddRow(
                new Text(Written.Day(due.DueOn), Colors.Of(status)),
                new Text(due.PlanId),
                new Text(TitleOf(due) + Remark(due)),
                new Text(due.Law.Count > 0 ? due.Law[0].Text : "", Colors.Quiet));
        }

        console.Write(new Text($"{title} ({dueDates.Count})\n", Colors.Heading));
        console.Write(table);
        console.WriteLine();
    }

    public static string TitleOf(DueDate due)
    {
        var title = ObligationCatalog.Find(due.Obligation).Title;
        return due.Part.Length > 0 ? $"{title}: {due.Part}" : title;
    }

    private static string Remark(DueDate due) => due switch
    {
        { Problem: { } problem } => $" - {problem}",
        { MetOn: { } metOn } => $" - met {Written.Day(metOn)}",
        { LastPracticalDay: { } day, DueOn: { } dueOn } when day != dueOn => $" - last school day before it: {Written.Day(day)}",
        _ => "",
    };
}
