using System.Text.Json;
using Notifier.Adapters.Sqlite;
using Notifier.Application.Evidence;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Commands;

/// <summary>A district that ran one morning: what a person reads of it, and what is written for all.</summary>
public sealed class EvidenceCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();

    private string Store => folder.File("store");

    private string Records => folder.File("records");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder.File("district"));
        new TinyDistrict().Write(folder.File("district"));
        Assert.Equal(0, (await CliRun.Of("import", folder.File("district"), "--data", Store)).ExitCode);
        Assert.Equal(0, (await CliRun.Of("run", "--data", Store, "--once", "--at", "2026-11-17T14:30:00Z")).ExitCode);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_record_names_people_and_shows_the_words_with_their_file()
    {
        var run = await CliRun.Of("evidence", "--data", Store, "--student", "S2");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Student: Ben Carter (S2), grade 06, Main Street School", run.Output, StringComparison.Ordinal);
        Assert.Contains("To: Paul Carter (father, C2)", run.Output, StringComparison.Ordinal);
        Assert.Contains("By: email (paul.carter@example.org, on file today and the address that was used)", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"These are the words sent, from the outbox file 2026-11-17/email-[0-9a-f]{32}-1\.eml; the hash kept at the sending agrees\.\s+\| Subject: ", run.Output);
        Assert.Matches(@"said in the digest of Carla Bishop \(case manager, T1\) of Tuesday, November 17, 2026, written to the outbox of this machine at \d+:\d\d AM CST by email", run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Without_the_outbox_the_words_are_composed_again_and_the_hash_decides()
    {
        Directory.Delete(Path.Combine(Store, "outbox"), recursive: true);

        var same = await CliRun.Of("evidence", "--data", Store, "--student", "S2");
        await ReplaceAsync("contacts.csv", "Paul Carter", "Paula Carter");
        var changed = await CliRun.Of("evidence", "--data", Store, "--student", "S2");

        Assert.Contains("These are the words sent, composed again from what is on file today; the hash kept at the sending agrees.", same.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("These are the words sent", changed.Output, StringComparison.Ordinal);
        Assert.Matches(
            @"The words sent cannot be shown: the record keeps their hash alone \([0-9a-f]{8}\), wording [a-z-]+/en#[0-9a-f]{8}\. The wording is the same today; a name, a date or another fact on file has changed since\.",
            changed.Output);
    }

    [Fact]
    public async Task A_member_of_staff_has_a_record_of_digests()
    {
        var text = await CliRun.Of("evidence", "--data", Store, "--staff", "T1");
        var json = await CliRun.Of("evidence", "--data", Store, "--staff", "T1", "--format", "json");
        var nobody = await CliRun.Of("evidence", "--data", Store, "--staff", "T9");

        Assert.Equal([0, 0, 2], [text.ExitCode, json.ExitCode, nobody.ExitCode]);
        Assert.Contains("Member of staff: Carla Bishop (case manager, T1)", text.Output, StringComparison.Ordinal);
        Assert.Contains("Digest of Tuesday, November 17, 2026", text.Output, StringComparison.Ordinal);
        Assert.Matches(@"It said:\s+.*, plan P[123]", text.Output);
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal(("T1", "staff|T1"), (document.RootElement.GetProperty("staffId").GetString(), document.RootElement.GetProperty("studentId").GetString()));
        Assert.Contains("no evidence of digests to a member of staff 'T9'", nobody.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name one of these")]
    [InlineData("Name one of these", "--student", "S1", "--staff", "T1")]
    [InlineData("Name one of these", "--student", "S1", "--all", "--out", "x")]
    [InlineData("go together", "--all")]
    [InlineData("go together", "--student", "S1", "--out", "x")]
    public async Task What_does_not_go_together_is_bad_usage(string says, params string[] words)
    {
        var run = await CliRun.Of(["evidence", "--data", Store, .. words]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_a_district_is_written_as_files_for_their_owner_alone()
    {
        var run = await CliRun.Of("evidence", "--data", Store, "--all", "--out", Records);
        var again = await CliRun.Of("evidence", "--data", Store, "--all", "--out", Records);

        Assert.Equal([0, 2], [run.ExitCode, again.ExitCode]);
        Assert.Contains("All records are whole.", run.Output, StringComparison.Ordinal);
        Assert.Contains("holds something already", again.Error, StringComparison.Ordinal);
        var index = await File.ReadAllLinesAsync(Path.Combine(Records, "index.csv"));
        Assert.Contains(index, line => line.StartsWith("\"student\",\"S2\",", StringComparison.Ordinal) && line.EndsWith("\"yes\",\"\",\"student-S2.txt student-S2.json\"", StringComparison.Ordinal));
        Assert.Contains(index, line => line.StartsWith("\"staff\",\"T1\",", StringComparison.Ordinal));
        Assert.Contains("To: Paul Carter (father, C2)", await File.ReadAllTextAsync(Path.Combine(Records, "student-S2.txt")), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Records, "student-S2.json")));
        Assert.True(json.RootElement.GetProperty("whole").GetBoolean());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Records));
        }

        // Names belong into the files: neither screen has any.
        Assert.All(["Carter", "Bishop", "@example.org"], name => Assert.DoesNotContain(name, run.Output + run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_left_the_district_is_among_all()
    {
        // First the plan ends, then nothing of the student is in the folder any more.
        await File.AppendAllTextAsync(Path.Combine(folder.File("district"), "plan-dates.csv"), "P2,exited,2026-11-17,\n");
        Assert.Equal(0, (await CliRun.Of("import", folder.File("district"), "--data", Store)).ExitCode);
        foreach (var file in (string[])["students.csv", "contacts.csv", "plans.csv", "plan-dates.csv"])
        {
            var path = Path.Combine(folder.File("district"), file);
            await File.WriteAllLinesAsync(path, (await File.ReadAllLinesAsync(path))
                .Where(line => !line.Contains("S2", StringComparison.Ordinal) && !line.StartsWith("P2", StringComparison.Ordinal)));
        }

        Assert.Equal(0, (await CliRun.Of("import", folder.File("district"), "--data", Store, "--confirm")).ExitCode);
        Assert.Equal(0, (await CliRun.Of("evidence", "--data", Store, "--all", "--out", Records)).ExitCode);

        Assert.Contains("To: C2 (not on file today)", await File.ReadAllTextAsync(Path.Combine(Records, "student-S2.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_chain_is_named_and_the_exit_code_tells_it()
    {
        await BreakAsync("S2");

        var run = await CliRun.Of("evidence", "--data", Store, "--all", "--out", Records);
        var json = await CliRun.Of("evidence", "--data", Store, "--all", "--out", folder.File("more"), "--format", "json");

        Assert.Equal([1, 1], [run.ExitCode, json.ExitCode]);
        Assert.Contains("The record of S2 is NOT whole: Entry 1 was changed", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 record is NOT whole.", run.Output, StringComparison.Ordinal);
        Assert.Contains(await File.ReadAllLinesAsync(Path.Combine(Records, "index.csv")), line => line.StartsWith("\"student\",\"S2\"", StringComparison.Ordinal) && line.Contains("\"NO\"", StringComparison.Ordinal));
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal("S2", Assert.Single(document.RootElement.GetProperty("broken").EnumerateArray()).GetProperty("id").GetString());
    }

    /// <summary>The built program, as a district's own script starts it.</summary>
    [Fact]
    public async Task The_program_writes_all_records_and_its_exit_code_is_theirs()
    {
        var whole = await CliProcess.Run(["evidence", "--data", Store, "--all", "--out", Records, "--format", "json"]);
        await BreakAsync("S2");
        var one = await CliProcess.Run(["evidence", "--data", Store, "--student", "S2", "--format", "json"]);

        Assert.Equal([0, 1], [whole.ExitCode, one.ExitCode]);
        using var summary = JsonDocument.Parse(whole.Output);
        Assert.Equal(Directory.GetFiles(Records, "student-*.txt").Length, summary.RootElement.GetProperty("studentRecords").GetInt32());
        Assert.Matches(@"Writing the records of students: \d+ records? of 3 students", whole.Error);
        using var record = JsonDocument.Parse(one.Output);
        Assert.False(record.RootElement.GetProperty("whole").GetBoolean());
        Assert.Equal("Ben", record.RootElement.GetProperty("student").GetProperty("firstName").GetString());
    }

    private async Task BreakAsync(string studentId)
    {
        await using var store = SqliteStore.Open(Store, new FakeClock(CliRun.Morning));
        var first = await new EvidenceLedger(store.Tables).ReadAsync("tiny", studentId, default).FirstAsync();
        await store.Tables.Open(LedgerPartition.Table).UpsertAsync(first with { Detail = "changed" }, EvidenceJson.Default.EvidenceRow, default);
    }

    private async Task ReplaceAsync(string file, string from, string to)
    {
        var path = Path.Combine(folder.File("district"), file);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace(from, to, StringComparison.Ordinal));
        Assert.Equal(0, (await CliRun.Of("import", folder.File("district"), "--data", Store)).ExitCode);
    }
}
