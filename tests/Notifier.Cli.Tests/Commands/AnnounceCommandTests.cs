using System.Text.Json;
using Notifier.Application.Storage;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Commands;

public sealed class AnnounceCommandTests : IAsyncLifetime, IDisposable
{
    private const string Noon = "2026-11-17T18:00:00Z";

    private readonly TempFolder folder = new();

    private string Store => folder.File("store");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder.File("district"));
        new TinyDistrict().Write(folder.File("district"));
        await File.WriteAllTextAsync(folder.File("district/accommodations.csv"), "planId,kind,detail\nP1,scheduleChangeNotice,\nP2,scheduleChangeNotice,\n");
        await CliRun.Of("import", folder.File("district"), "--data", Store);
        await CliRun.Of("run", "--data", Store, "--once", "--at", Noon);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_the_preview_shows_is_what_is_sent()
    {
        var file = Write("""{ "changeId": "t", "version": 1, "districtId": "tiny", "schoolIds": ["MAIN"], "date": "2026-11-18", "kind": "testing", "summary": { "en": "Tests all morning." }, "postedAt": "2026-11-17T17:00:00Z" }""");
        var before = Outbox();

        var preview = await CliRun.Of("announce", file, "--data", Store, "--preview", "--at", Noon, "--format", "json");
        Assert.Equal(0, preview.ExitCode);
        await CliRun.Of("run", "--data", Store, "--once", "--at", "2026-11-18T00:00:00Z");
        Assert.Equal(before, Outbox());

        var announced = await CliRun.Of("announce", file, "--data", Store, "--at", Noon);
        Assert.Equal(0, announced.ExitCode);
        await CliRun.Of("run", "--data", Store, "--once", "--at", "2026-11-17T23:59:00Z");
        Assert.Equal(before, Outbox());
        await CliRun.Of("run", "--data", Store, "--once", "--at", "2026-11-18T00:00:00Z");

        using var notices = JsonDocument.Parse(preview.Output);
        // Long lines of a mail are broken with an equals sign.
        var sent = Outbox().Except(before)
            .Select(path => File.ReadAllText(path).ReplaceLineEndings("\n").Replace("=\n", "", StringComparison.Ordinal)).ToList();
        Assert.Equal(["C1", "C2"], notices.RootElement.EnumerateArray().Select(one => one.GetProperty("recipientId").GetString()));
        Assert.All(notices.RootElement.EnumerateArray(), one =>
        {
            Assert.Equal("2026-11-17T18:00:00-06:00", one.GetProperty("at").GetString());
            Assert.Single(sent, text => text.Contains(one.GetProperty("text").GetString()!.Trim().ReplaceLineEndings("\n"), StringComparison.Ordinal));
        });
        var again = await CliRun.Of("announce", file, "--data", Store, "--preview", "--at", "2026-11-18T01:00:00Z");
        Assert.Contains("Nobody would be told", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_for_people_says_who_when_and_in_which_words()
    {
        var file = Write("""{ "changeId": "snow", "version": 1, "districtId": "tiny", "date": "2026-11-18", "kind": "closure", "postedAt": "2026-11-17T17:00:00Z" }""");

        var preview = await CliRun.Of("announce", file, "--data", Store, "--preview", "--at", Noon);

        Assert.Contains("Tue 2026-11-17 18:00 (America/Chicago), text to Rosa Flores (C1) about student S1", preview.Output, StringComparison.Ordinal);
        Assert.Contains("No hay clases.", preview.Output, StringComparison.Ordinal);
        Assert.Contains("2 notices (1 text, 1 email) about 2 students; nothing was sent.", preview.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_with_its_place()
    {
        var unread = await CliRun.Of("announce", Write("""
            {
              "changeId": "t", "version": "1",
              "districtId": "tiny", "schoolId": "MAIN",
              "date": "18.11.2026", "kind": "test",
              "summary": { "en": "Días de pruebas", "es": 4 }
            }
            """, "change.json"), "--data", Store, "--at", Noon);
        var unknown = await CliRun.Of("announce", Write("""
            { "changeId": "t", "version": 1, "districtId": "tiny", "schoolIds": ["MAIN"], "date": "2026-11-18", "kind": "testing",
              "grades": [" "], "summary": { "en": "IEP day", "español": "x" }, "postedAt": "2026-11-17T17:00:00Z" }
            """, "change.json"), "--data", Store, "--at", Noon);
        var broken = await CliRun.Of("announce", Write("{ \"changeId\": \"señal\",\n  \"é\": tru }", "change.json"), "--data", Store, "--at", Noon);

        Assert.Equal((2, 2, 2), (unread.ExitCode, unknown.ExitCode, broken.ExitCode));
        Assert.Equal(
            [
                "line 1, column 1: postedAt",
                "line 2, column 20: version",
                "line 3, column 25: schoolId",
                "line 4, column 3: date",
                "line 4, column 25: kind",
                "line 5, column 3: summary",
            ],
            Places(unread));
        Assert.Equal(["line 2, column 3: grades", "line 2, column 33: summary.en", "line 2, column 50: summary.español"], Places(unknown));
        Assert.Equal(["line 2, column 11: file"], Places(broken));
        Assert.Contains("file: it cannot be read from line 2, column 11, on. Look there, and just before it, for a comma", broken.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("BytePositionInLine", broken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_another_district_with_a_name_a_bad_school_and_no_hour_is_told_all_of_it_at_once()
    {
        var wrong = await CliRun.Of("announce", Write("""
            { "changeId": "t", "version": 1, "districtId": "vast",
              "schoolIds": ["NONE"], "date": "2026-11-28", "kind": "earlyRelease",
              "summary": { "en": "Early release but for Zoe Okafor" }, "postedAt": "17.11.2026" }
            """, "change.json"), "--data", Store, "--preview", "--at", Noon);

        Assert.Equal(2, wrong.ExitCode);
        Assert.Equal(
            [
                "line 1, column 1: startsAt", "line 1, column 34: districtId", "line 2, column 3: schoolIds",
                "line 2, column 26: date", "line 3, column 16: summary.en", "line 3, column 60: postedAt",
            ],
            Places(wrong));
        Assert.Contains("'Zoe Okafor' is the full name of a student on record", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_of_a_withdrawal_of_which_nobody_heard_says_that_there_is_nothing_to_put_right()
    {
        const string Change = """{ "changeId": "t", "version": 1, "districtId": "tiny", "date": "2026-11-18", "kind": "testing", "postedAt": "2026-11-17T17:00:00Z" }""";
        await CliRun.Of("announce", Write(Change), "--data", Store, "--at", Noon);
        await CliRun.Of("run", "--data", Store, "--once", "--at", Noon);

        var preview = await CliRun.Of(
            "announce", Write(Change.Replace("\"version\": 1", "\"version\": 2, \"withdrawn\": true", StringComparison.Ordinal)),
            "--data", Store, "--preview", "--at", Noon);

        Assert.Contains("nobody has heard of it: there is nothing to put right", preview.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"everyone\"", preview.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_has_begun_or_is_on_record_in_other_words_is_not_taken()
    {
        const string Change = """{ "changeId": "t", "version": 1, "districtId": "tiny", "date": "2026-11-18", "kind": "testing", "postedAt": "2026-11-17T17:00:00Z" }""";
        var over = await CliRun.Of("announce", Write(Change.Replace("-18", "-16", StringComparison.Ordinal)), "--data", Store, "--at", Noon);
        await CliRun.Of("announce", Write(Change), "--data", Store, "--at", Noon);
        await CliRun.Of("run", "--data", Store, "--once", "--at", Noon);

        var again = await CliRun.Of("announce", Write(Change), "--data", Store, "--at", Noon);
        var other = await CliRun.Of("announce", Write(Change.Replace("testing", "assembly", StringComparison.Ordinal)), "--data", Store, "--at", Noon);
        var elsewhere = await CliRun.Of("announce", Write(Change.Replace("tiny", "vast", StringComparison.Ordinal)), "--data", Store, "--at", Noon);

        Assert.Equal((2, 0, 2, 2), (over.ExitCode, again.ExitCode, other.ExitCode, elsewhere.ExitCode));
        Assert.Contains("date: it began at 2026-11-16T08:30:00", over.Error, StringComparison.Ordinal);
        Assert.Contains("version: version 1 of t is on record already and says something else. Write 2 for a correction", other.Error, StringComparison.Ordinal);
        Assert.Contains("districtId: 'vast' is no district of this store", elsewhere.Error, StringComparison.Ordinal);
    }

    private HashSet<string> Outbox() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Store, "outbox"), "*.*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".txt" or ".eml"),
    ];

    private static List<string> Places(CliRun run) =>
        [.. run.Error.Split('\n').Where(line => line.StartsWith("  change.json, ", StringComparison.Ordinal))
            .Select(line => string.Join(':', line["  change.json, ".Length..].Split(':')[..2]))];

    private string Write(string json, string name = "")
    {
        var path = folder.File(name.Length > 0 ? name : $"change-{StableId.Of(json)[..8]}.json");
        File.WriteAllText(path, json);
        return path;
    }
}
