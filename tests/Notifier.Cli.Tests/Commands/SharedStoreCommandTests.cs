using NodaTime;
using Notifier.Application.Queues;
using Notifier.Testing;
using Notifier.Testing.Azurite;
using Notifier.Testing.ServiceBus;

namespace Notifier.Cli.Tests.Commands;

/// <summary>The commands against Azure's storage: here the emulator, with an account of its own for each test.</summary>
public sealed class SharedStoreCommandTests : IDisposable
{
    // Of the process, as the program reads them; no other test of this assembly reads these.
    private readonly List<string> settings = [];

    private readonly TempFolder folder = new();

    private readonly string[] store;

    public SharedStoreCommandTests()
    {
        var account = AzuriteServer.Shared.NewAccount();
        Set("Notifier__Storage__Account", account.Name);
        Set("Notifier__Storage__Endpoint", account.Endpoint.AbsoluteUri);
        Set("Notifier__Storage__EmulatorKey", account.Key);
        Directory.CreateDirectory(folder.File("district"));
        new TinyDistrict().Write(folder.File("district"));
        store = ["--store", "azurite", "--data", folder.File("here")];
    }

    public void Dispose()
    {
        settings.ForEach(name => Environment.SetEnvironmentVariable(name, null));
        folder.Dispose();
    }

    [Fact]
    public async Task A_day_leaves_the_same_record_as_in_the_local_store()
    {
        string[] local = ["--data", folder.File("local")];
        var records = new List<(string Ran, string Evidence, string Problems)>();
        foreach (var words in new[] { local, store })
        {
            Assert.Equal(0, (await CliRun.Of(["import", folder.File("district"), .. words])).ExitCode);
            var ran = await CliRun.Of(["run", "--once", .. words]);
            Assert.Equal(0, ran.ExitCode);
            records.Add((
                ran.Output.Split("What was sent")[0],
                (await CliRun.Of(["evidence", "--student", "S1", .. words])).Output,
                (await CliRun.Of(["problems", .. words])).Output));
        }

        Assert.Contains("the record is whole", records[0].Evidence, StringComparison.Ordinal);
        // What is overdue stands in the case manager's digest.
        Assert.Contains("InDigest", records[0].Evidence, StringComparison.Ordinal);
        Assert.Equal(records[0].Ran, records[1].Ran);
        // Messages are handled side by side, so what happens at the same moment may stand in another order.
        Assert.Equal(Lines(records[0].Evidence), Lines(records[1].Evidence));
        Assert.Equal(Lines(records[0].Problems), Lines(records[1].Problems));
        Assert.True(File.Exists(Path.Combine(folder.File("here"), "outbox", "index.html")));
    }

    [Fact]
    public async Task What_is_on_record_is_checked_and_its_due_dates_are_those_of_the_folder()
    {
        var empty = await CliRun.Of(["check", .. store]);
        Assert.Contains("holds no district yet: 'notifier import FOLDER --store azurite", empty.Output, StringComparison.Ordinal);
        await CliRun.Of(["import", folder.File("district"), .. store]);

        var check = await CliRun.Of(["check", .. store]);
        var asked = await CliRun.Of("due", folder.File("district"), "--as-of", "2026-11-17");
        var onRecord = await CliRun.Of(["due", "--as-of", "2026-11-17", .. store]);

        Assert.Matches(@"\(tiny\): 3 students; 0 problems need a person\.\s+The store can be read\.", check.Output);
        Assert.Contains("As of", asked.Output, StringComparison.Ordinal);
        Assert.Equal(asked.Output, onRecord.Output);
    }

    [Fact]
    public async Task Dead_letters_of_the_namespace_are_listed_and_put_back()
    {
        var clock = new FakeClock(CliRun.Morning);
        await using var bus = await ServiceBusStandIn.StartAsync(clock);
        Set("Notifier__ServiceBus__StandIn", bus.Endpoint.AbsoluteUri);
        Set("Notifier__ServiceBus__StandInKeyName", ServiceBusStandIn.KeyName);
        Set("Notifier__ServiceBus__StandInKey", ServiceBusStandIn.Key);
        await bus.Queues.SendAsync(QueueNames.NoticesDue, [new QueueMessage { MessageId = "m1", Body = "[]"u8.ToArray() }], default);
        var message = Assert.Single(await bus.ReceiveAsync(QueueNames.NoticesDue, 1, CliRun.Morning, Duration.FromMinutes(1), default));
        await bus.SetAsideAsync(message, "JsonException", default);

        var listed = await CliRun.Of(["set-aside", .. store]);
        Assert.Matches(@"(?s)notices-due.*m1.*JsonException.*1 message was set aside", listed.Output);
        Assert.Single(bus.Queues.SetAside);

        var putBack = await CliRun.Of(["set-aside", "--put-back", .. store]);
        Assert.Contains("back on their queues", putBack.Output, StringComparison.Ordinal);
        Assert.Empty(bus.Queues.SetAside);
        Assert.Equal("[]", Assert.Single(bus.Queues.Bodies(QueueNames.NoticesDue)));
    }

    [Theory]
    [InlineData("'local', 'azure' or 'azurite'", "problems", "--store", "cloud", "--data", "x")]
    [InlineData("'--data' is required", "problems")]
    [InlineData("needs --account", "problems", "--store", "azure")]
    [InlineData("needs --namespace", "set-aside", "--store", "azure", "--account", "stnotifier")]
    [InlineData("--data is needed", "import", "district", "--store", "azure", "--account", "stnotifier", "--namespace", "sb")]
    [InlineData("go with --store azure", "problems", "--data", "x", "--account", "stnotifier")]
    [InlineData("not both", "due", "district", "--as-of", "2026-11-17", "--data", "x")]
    [InlineData("FOLDER", "check")]
    [InlineData("cannot name a storage account", "problems", "--store", "azure", "--account", "No_Account")]
    public async Task Says_which_words_go_together(string said, params string[] args)
    {
        var run = await CliRun.Of(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Order(StringComparer.Ordinal);

    private void Set(string name, string value)
    {
        settings.Add(name);
        Environment.SetEnvironmentVariable(name, value);
    }
}
