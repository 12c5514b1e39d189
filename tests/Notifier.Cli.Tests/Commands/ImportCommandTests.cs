using Notifier.Adapters.Sqlite;
using Notifier.Cli.Sample;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string District => folder.File("district");

    private string Store => folder.File("store");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Good_rows_go_in_and_bad_rows_lie_beside_the_report()
    {
        Write(new TinyDistrict().Add("plan-dates.csv", "P2,iepMeetingHeld,2026-02-30,"));

        var run = await CliRun.Of("import", District, "--data", Store);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Imported: 3 students, 3 plans", run.Output, StringComparison.Ordinal);
        Assert.Contains("2026-02-30", File.ReadAllText(Path.Combine(Store, "import", "report.txt")), StringComparison.Ordinal);
        Assert.Contains("2026-02-30", File.ReadAllText(Path.Combine(Store, "import", "plan-dates.rejects.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_folder_again_changes_nothing()
    {
        Write(new TinyDistrict());

        await CliRun.Of("import", District, "--data", Store);
        var again = await CliRun.Of("import", District, "--data", Store);

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("Students: 0 new, 0 changed, 0 gone.", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspicious_import_is_held_until_it_is_confirmed()
    {
        SampleFolder.Write(SampleDistrict.Make(seed: 1, students: 60), District, withMistakes: false);
        await CliRun.Of("import", District, "--data", Store);
        // The same ids with the dates of other children: as if two exports had been mixed up.
        SampleFolder.Write(SampleDistrict.Make(seed: 2, students: 60), District, withMistakes: false);

        var held = await CliRun.Of("import", District, "--data", Store);
        var confirmed = await CliRun.Of("import", District, "--data", Store, "--confirm");

        Assert.Equal(2, held.ExitCode);
        Assert.Contains("Held: nothing was stored.", held.Output, StringComparison.Ordinal);
        Assert.Contains("--confirm", held.Output, StringComparison.Ordinal);
        Assert.Contains("Imported:", confirmed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_used_is_refused()
    {
        Directory.CreateDirectory(District);

        var run = await CliRun.Of("import", District, "--data", Store);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Refused: nothing was stored.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("every other row is good", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_somebody_runs_can_be_imported_into_and_looked_at()
    {
        Write(new TinyDistrict());
        await using var owner = SqliteStore.Open(Store, new FakeClock(CliRun.Morning));

        Assert.Equal(0, (await CliRun.Of("import", District, "--data", Store)).ExitCode);
        Assert.Equal(0, (await CliRun.Of("problems", "--data", Store)).ExitCode);
    }

    [Fact]
    public async Task A_store_that_somebody_runs_cannot_be_run_twice()
    {
        Write(new TinyDistrict());
        await using var owner = SqliteStore.Open(Store, new FakeClock(CliRun.Morning));

        var run = await CliRun.Of("run", "--data", Store, "--once");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("in use by another process", run.Error, StringComparison.Ordinal);
        Assert.Contains("Wait for it to end", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_said_with_a_remedy()
    {
        Write(new TinyDistrict());
        File.WriteAllText(Store, "");

        var run = await CliRun.Of("import", District, "--data", Store);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Name a folder", run.Error, StringComparison.Ordinal);
    }

    private void Write(TinyDistrict district)
    {
        Directory.CreateDirectory(District);
        district.Write(District);
    }
}
