using System.Text.Json;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Commands;

public sealed class DueCommandTests : IDisposable
{
    private static readonly string[] Fields =
        ["planId", "studentId", "obligation", "startedOn", "dueOn", "lastPracticalDay", "status", "metOn", "law", "why"];

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Json_has_the_fields_of_the_contract_in_their_order_and_writes_nulls()
    {
        new TinyDistrict().Write(folder.Path);

        var run = await CliRun.Of("due", folder.Path, "--as-of", "2025-11-03", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.All(Entries(run), entry => Assert.Equal(Fields, entry.EnumerateObject().Select(property => property.Name)));
        var evaluation = Assert.Single(Entries(run), entry => Text(entry, "obligation") == "initial-evaluation");
        Assert.Equal("P1", Text(evaluation, "planId"));
        Assert.Equal("S1", Text(evaluation, "studentId"));
        Assert.Equal("2025-10-27", Text(evaluation, "startedOn"));
        // Sixty calendar days after Mon 2025-10-27, in the winter break; the last school day before it is Fri 2025-12-19.
        Assert.Equal("2025-12-26", Text(evaluation, "dueOn"));
        Assert.Equal("2025-12-19", Text(evaluation, "lastPracticalDay"));
        Assert.Equal("upcoming", Text(evaluation, "status"));
        Assert.Equal(JsonValueKind.Null, evaluation.GetProperty("metOn").ValueKind);
        Assert.StartsWith("34 CFR 300.301(c)(1)", evaluation.GetProperty("law")[0].GetString(), StringComparison.Ordinal);
        Assert.NotEqual(0, evaluation.GetProperty("why").GetArrayLength());
    }

    [Fact]
    public async Task Json_is_ordered_by_due_date_then_plan_and_undated_entries_come_last()
    {
        new TinyDistrict()
            .Add("plan-dates.csv", "P2,meetingScheduled,2028-02-01,09:00", "P2,placementChangeDecided,2027-05-20,")
            .Write(folder.Path);

        var run = await CliRun.Of("due", folder.Path, "--as-of", "2026-11-03", "--format", "json");
        var keys = Entries(run).Select(entry => (Text(entry, "dueOn") ?? "9999", Text(entry, "planId"))).ToArray();

        Assert.Equal(keys.OrderBy(key => key.Item1, StringComparer.Ordinal).ThenBy(key => key.Item2, StringComparer.Ordinal), keys);
        // Ten school days after 2027-05-20 run off the end of the calendar: no date, and the reason in its place.
        var undated = Entries(run).SkipWhile(entry => Text(entry, "dueOn") is not null).ToArray();
        Assert.All(undated, entry => Assert.Null(Text(entry, "dueOn")));
        var decision = Assert.Single(undated, entry => Text(entry, "obligation") == "manifestation-determination");
        Assert.NotEqual(0, decision.GetProperty("why").GetArrayLength());
        Assert.Contains("manifestation-determination", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_plan_can_be_asked_for()
    {
        new TinyDistrict().Write(folder.Path);

        var run = await CliRun.Of("due", folder.Path, "--as-of", "2026-11-03", "--plan", "P3", "--format", "json");

        Assert.NotEmpty(Entries(run));
        Assert.All(Entries(run), entry => Assert.Equal("P3", Text(entry, "planId")));
    }

    [Fact]
    public async Task An_unknown_plan_is_bad_input_and_the_nearest_ids_are_named()
    {
        new TinyDistrict().Write(folder.Path);

        var run = await CliRun.Of("due", folder.Path, "--as-of", "2026-11-03", "--plan", "P22", "--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("no plan 'P22'. Nearest: P2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_left_out_are_told_on_standard_error_and_by_the_exit_code_while_good_rows_are_answered()
    {
        new TinyDistrict().Add("plan-dates.csv", "P2,iepMeetingHeld,2026-02-30,").Write(folder.Path);

        var run = await CliRun.Of("due", folder.Path, "--as-of", "2026-11-03", "--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(Entries(run), entry => Text(entry, "planId") == "P1");
        Assert.Contains("S2", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("S1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_whose_rules_are_not_on_file_is_said_on_standard_error()
    {
        new TinyDistrict { State = "WY" }.Write(folder.Path);

        foreach (var args in (string[][])
            [
                ["check", folder.Path],
                ["due", folder.Path, "--as-of", "2026-11-03", "--format", "json"],
                ["explain", folder.Path, "--plan", "P2", "--as-of", "2026-11-03"],
            ])
        {
            var run = await CliRun.Of(args);

            Assert.Contains("the rules of WY are not on file", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Text_puts_what_is_overdue_first_and_counts_at_the_end()
    {
        new TinyDistrict().Write(folder.Path);

        var run = await CliRun.Of("due", folder.Path, "--as-of", "2026-02-03");

        Assert.StartsWith("Overdue (", run.Output, StringComparison.Ordinal);
        Assert.Contains("Fri 2025-12-26", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"As of Tue 2026-02-03: \d+ overdue,", run.Output);
    }

    private static JsonElement[] Entries(CliRun run) => [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray()];

    private static string? Text(JsonElement entry, string name) => entry.GetProperty(name).GetString();
}
