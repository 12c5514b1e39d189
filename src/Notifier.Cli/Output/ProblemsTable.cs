using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Spectre.Console;

namespace Notifier.Cli.Output;

/// <summary>Open problems of the store: whose, what, who must act, and how.</summary>
public static class ProblemsTable
{
    public static void Write(IAnsiConsole console, IReadOnlyList<ProblemRow> problems, DistrictFile district)
    {
        if (problems.Count == 0)
        {
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(new TableColumn("Student").NoWrap(), new TableColumn("Who must act"), new TableColumn("Problem and remedy"));
        foreach (var problem in problems)
        {
            table.AddRow(
                new Text(problem.StudentId),
                new Text(Owner(problem.OwnerId, district)),
                new Text($"{problem.What} {problem.Remedy}"));
        }

        console.Write(table);
    }

    private static string Owner(string id, DistrictFile district) =>
        id.Length == 0
            ? district.District.Policies.ContactEmail is { Length: > 0 } contact ? contact : "the district's office"
            : district.Staff.FirstOrDefault(member => member.StaffId == id) is { } member ? $"{member.Name} ({id})" : id;
}
