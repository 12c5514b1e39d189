using System.Globalization;
using NodaTime.Text;
using Notifier.DueDates;
using Notifier.Law;

namespace Notifier.Domain.Tests.DueDates;

public sealed class DueDateCaseTests
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Create("ddd uuuu-MM-dd", CultureInfo.InvariantCulture);

    public static TheoryData<string, string> Tables()
    {
        var tables = new TheoryData<string, string>();
        foreach (var folder in (string[])["federal", "states"])
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(CaseFiles.Folder, folder), "*.csv")
                .Order(StringComparer.Ordinal))
            {
                tables.Add(folder, Path.GetFileName(file));
            }
        }

        return tables;
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_row_of_the_case_tables_holds(string folder, string table)
    {
        var cases = CaseFiles.All(folder).Where(row => row.Row.File == table).ToArray();

        var wrong = cases.Select(Wrong).OfType<string>().ToArray();

        Assert.NotEmpty(cases);
        Assert.True(wrong.Length == 0, $"{wrong.Length} of {cases.Length} rows\n{string.Join('\n', wrong)}");
    }

    /// <summary>Null when the calculator answers as the row does.</summary>
    private static string? Wrong(DueDateCase row)
    {
        var calculator = new DueDateCalculator(StateLaw.For(row.District.State), row.District);
        var found = calculator.Calculate(row.Plan, row.Calendar, row.AsOf)
            .Where(due => due.Obligation.Value == row.Obligation && due.Part == row.Part).ToArray();
        var due = found.Length == 0 ? "none"
            : found.Length > 1 ? "several"
            : found[0].DueOn is { } date ? Day.Format(date)
            : found[0].Problem!.StartsWith("Calendar missing", StringComparison.Ordinal) ? "calendar missing"
            : found[0].Problem!;
        var started = found.Length == 1 ? Day.Format(found[0].StartedOn) : "";
        return due == row.Due && (row.StartedOn is null || found.Length != 1 || found[0].StartedOn == row.StartedOn)
            ? null
            : $"{row.Row}: {row.Obligation} is {due} started {started}, the table says {row.Due} {row.Row["startedOn"]} "
                + $"[{row.Row["planDates"]}] {row.Row["calendar"]} {row.Row["note"]}";
    }
}
