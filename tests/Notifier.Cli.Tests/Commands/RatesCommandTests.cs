using System.Text.Json;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Commands;

public sealed class RatesCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Json_counts_what_is_in_time_late_and_left_out_and_names_every_duty_behind_it()
    {
        // Consent on 2025-10-27 makes the evaluation due on Fri 2025-12-26.
        new TinyDistrict()
            .Add("students.csv", "S4,Dan,Ito,2016-05-05,03,MAIN", "S5,Eve,Oz,2016-05-05,03,MAIN")
            .Add("plans.csv", "P4,S4,evaluation,T1", "P5,S5,evaluation,T1")
            .Add(
                "plan-dates.csv",
                "P1,evaluationReportCompleted,2025-12-26,",
                "P4,consentReceived,2025-10-27,", "P4,delayExplained,2026-01-05,initial-evaluation: no psychologist",
                "P5,consentReceived,2025-10-27,", "P5,childNotProduced,2025-12-01,")
            .Write(folder.Path);

        var run = await CliRun.Of("rates", folder.Path, "--as-of", "2026-01-12", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        var year = json.RootElement.GetProperty("year");
        Assert.Equal("2025-07-01", year.GetProperty("from").GetString());
        Assert.Equal("2026-01-12", year.GetProperty("through").GetString());
        var evaluations = Rate(year, "initial-evaluation");
        Assert.Equal((1, 2, 50.0m), (evaluations.GetProperty("onTime").GetInt32(), evaluations.GetProperty("settled").GetInt32(), evaluations.GetProperty("percent").GetDecimal()));
        Assert.Equal(1, evaluations.GetProperty("lateOpen").GetInt32());
        Assert.Equal(17, evaluations.GetProperty("daysLate").GetProperty("most").GetInt32());
        Assert.Equal(1, evaluations.GetProperty("reasons").GetProperty("no psychologist").GetInt32());
        Assert.Equal(1, evaluations.GetProperty("leftOut").GetProperty("childNotProduced").GetInt32());
        Assert.Equal(JsonValueKind.Null, Rate(year, "reevaluation").GetProperty("percent").ValueKind);

        // School was closed in the two weeks before: the summary of Mon 2026-01-12 looks back on the week of Wed 2026-01-07.
        var week = json.RootElement.GetProperty("week");
        Assert.Equal(("2026-01-05", "2026-01-11"), (week.GetProperty("from").GetString(), week.GetProperty("through").GetString()));
        Assert.Equal(
            ["P1 onTime", "P4 lateOpen", "P5 leftOut"],
            json.RootElement.GetProperty("duties").EnumerateArray()
                .Where(duty => duty.GetProperty("duty").GetString() == "initial-evaluation")
                .Select(duty => $"{duty.GetProperty("planId").GetString()} {duty.GetProperty("standing").GetString()}"));
    }

    [Fact]
    public async Task After_a_break_the_weeks_without_school_are_looked_back_on_too()
    {
        new TinyDistrict().Write(folder.Path);

        var run = await CliRun.Of("rates", folder.Path, "--as-of", "2026-01-07", "--format", "json");

        // Winter break is from Mon 2025-12-22 to Tue 2026-01-06: the last school day before that week is Fri 2025-12-19.
        using var json = JsonDocument.Parse(run.Output);
        var week = json.RootElement.GetProperty("week");
        Assert.Equal(("2025-12-15", "2026-01-04"), (week.GetProperty("from").GetString(), week.GetProperty("through").GetString()));
    }

    [Fact]
    public async Task People_read_rates_and_what_is_overdue_without_a_childs_name()
    {
        new TinyDistrict().Write(folder.Path);

        var run = await CliRun.Of("rates", folder.Path, "--as-of", "2026-01-12");

        Assert.Equal(0, run.ExitCode);
        var words = string.Join(' ', (run.Output + run.Error).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Since Tue 2025-07-01", words, StringComparison.Ordinal);
        Assert.Contains("0%, 0 of 1", words, StringComparison.Ordinal);
        Assert.Contains("Overdue now (1)", words, StringComparison.Ordinal);
        Assert.Contains("17 P1 initial evaluations", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Flores", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_were_left_out_are_said_to_count_nowhere()
    {
        new TinyDistrict().Add("plan-dates.csv", "P1,evaluationReportCompleted,2025-02-30,").Write(folder.Path);

        var run = await CliRun.Of("rates", folder.Path, "--as-of", "2026-01-12");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("1 row was left out and count", run.Error, StringComparison.Ordinal);
    }

    private static JsonElement Rate(JsonElement period, string duty) =>
        period.GetProperty("rates").EnumerateArray().Single(rate => rate.GetProperty("duty").GetString() == duty);
}
