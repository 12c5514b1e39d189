using System.Text.Json;
using Notifier.Cli.Sample;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_good_folder_is_good()
    {
        new TinyDistrict().Write(folder.Path);

        var run = await CliRun.Of("check", folder.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Every row can be imported.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_row_is_named_with_line_column_value_and_remedy()
    {
        new TinyDistrict().Add("plan-dates.csv", "P2,iepMeetingHeld,2026-02-30,").Write(folder.Path);

        var run = await CliRun.Of("check", folder.Path);
        var json = await CliRun.Of("check", folder.Path, "--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("plan-dates.csv: 1 problem", run.Output, StringComparison.Ordinal);
        Assert.Contains("2026-02-30", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, json.ExitCode);
        var problem = Assert.Single(JsonDocument.Parse(json.Output).RootElement.EnumerateArray());
        Assert.Equal("rejected", problem.GetProperty("severity").GetString());
        Assert.Equal(("plan-dates.csv", 7), (problem.GetProperty("file").GetString(), problem.GetProperty("line").GetInt32()));
        Assert.NotEmpty(problem.GetProperty("remedy").GetString()!);
    }

    [Fact]
    public async Task The_sample_without_its_mistakes_has_no_row_to_leave_out()
    {
        SampleFolder.Write(SampleDistrict.Make(), folder.Path, withMistakes: false);

        var run = await CliRun.Of("check", folder.Path);

        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Every_mistake_of_the_sample_is_found()
    {
        SampleFolder.Write(SampleDistrict.Make(), folder.Path);

        var run = await CliRun.Of("check", folder.Path, "--format", "json");

        var mistakes = SampleMistakes.Students.Count + SampleMistakes.Contacts.Count + SampleMistakes.Plans.Count + SampleMistakes.PlanDates.Count;
        var rows = JsonDocument.Parse(run.Output).RootElement.EnumerateArray()
            .Where(problem => problem.GetProperty("severity").GetString() == "rejected")
            .Select(problem => (problem.GetProperty("file").GetString(), problem.GetProperty("line").GetInt32()))
            .Distinct();
        Assert.Equal(mistakes, rows.Count());
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("")]
    public async Task A_folder_that_is_no_district_is_bad_input_with_a_remedy(string inside)
    {
        var run = await CliRun.Of("check", Path.Combine(folder.Path, inside));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("district.json", run.Output + run.Error, StringComparison.Ordinal);
    }
}
