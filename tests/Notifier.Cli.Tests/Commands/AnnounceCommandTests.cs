using System.Text.Json;
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
        Assert.Contains("2 notices about 2 students; nothing was sent.", preview.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_cannot_be_told_is_bad_input_that_names_every_field()
    {
        var file = Write("""{ "changeId": "t", "version": "1", "districtId": "tiny", "schoolId": "MAIN", "date": "18.11.2026", "kind": "test", "postedAt": "2026-11-17T17:00:00Z" }""");
        var late = Write("""{ "changeId": "t", "version": 1, "districtId": "tiny", "schoolIds": ["X"], "date": "2026-11-16", "kind": "testing", "postedAt": "2026-11-17T17:00:00Z" }""");

        var unread = await CliRun.Of("announce", file, "--data", Store, "--at", Noon);
        Assert.Equal(2, unread.ExitCode);
        Assert.All(["version: ", "schoolId: ", "date: ", "kind: "], field => Assert.Contains(field, unread.Error, StringComparison.Ordinal));
        var unknown = await CliRun.Of("announce", late, "--data", Store, "--at", Noon);
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("schoolIds: there is no school 'X'", unknown.Error, StringComparison.Ordinal);
        var over = await CliRun.Of("announce", Write(File.ReadAllText(late).Replace("[\"X\"]", "[]", StringComparison.Ordinal)), "--data", Store, "--at", Noon);
        Assert.Equal(2, over.ExitCode);
        Assert.Contains("date: it began at 2026-11-16T08:30:00", over.Error, StringComparison.Ordinal);
    }

    private HashSet<string> Outbox() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Store, "outbox"), "*.*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".txt" or ".eml"),
    ];

    private string Write(string json)
    {
        var path = folder.File($"change-{Guid(json)}.json");
        File.WriteAllText(path, json);
        return path;
    }

    private static string Guid(string json) => Application.Storage.StableId.Of(json)[..8];
}
