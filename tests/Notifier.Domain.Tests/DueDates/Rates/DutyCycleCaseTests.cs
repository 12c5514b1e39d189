using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Notifier.DueDates;
using Notifier.DueDates.Rates;
using Notifier.Law;
using Notifier.Testing;

namespace Notifier.Domain.Tests.DueDates.Rates;

/// <summary>How each duty counts in an on-time rate: <c>Cases/rates/duty-cycles.csv</c>.</summary>
public sealed class DutyCycleCaseTests
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Create("ddd uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static readonly LocalDate LongAgo = new(2020, 7, 1);

    public static TheoryData<string> Cases() => [.. Rows().Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_row_of_the_case_table_holds(string name)
    {
        var row = Rows()[name];
        var question = new DueDateCase(row);
        var calculator = new DueDateCalculator(StateLaw.For(question.District.State), question.District);

        var found = DutyCycles.Of(question.Plan, calculator, question.Calendar, LongAgo, question.AsOf)
            .Where(cycle => cycle.Duty.Obligation.Value == question.Obligation).ToList();

        Assert.Equal(row["standing"], Joined(found, cycle => JsonNamingPolicy.CamelCase.ConvertName(cycle.Standing.ToString())));
        Assert.Equal(row["settledOn"], Joined(found, cycle => cycle.SettledOn is { } on ? Day.Format(on) : ""));
        Assert.Equal(row["daysLate"], Joined(found, cycle => cycle.DaysLate.ToString(CultureInfo.InvariantCulture)));
        Assert.All(found, cycle => Assert.Equal(row["planKind"] == "504", cycle.Duty.IsSection504));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Looking_back_less_far_changes_nothing_that_was_settled_since(string name)
    {
        var row = Rows()[name];
        var question = new DueDateCase(row);
        var calculator = new DueDateCalculator(StateLaw.For(question.District.State), question.District);
        var all = DutyCycles.Of(question.Plan, calculator, question.Calendar, LongAgo, question.AsOf);

        foreach (var from in Enumerable.Range(0, 200).Select(days => question.AsOf.PlusDays(-days)))
        {
            var since = DutyCycles.Of(question.Plan, calculator, question.Calendar, from, question.AsOf);

            Assert.Equal(all.Where(cycle => cycle.SettledOn >= from), since.Where(cycle => cycle.SettledOn >= from));
        }
    }

    private static string Joined(IEnumerable<DutyCycle> cycles, Func<DutyCycle, string> what) =>
        string.Join("; ", cycles.Select(what)).TrimEnd();

    private static Dictionary<string, CaseRow> Rows() =>
        CaseTable.Read(Path.Combine(CaseFiles.Folder, "rates", "duty-cycles.csv")).ToDictionary(row => row["case"]);
}
