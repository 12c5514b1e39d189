using Microsoft.Extensions.DependencyInjection;
using Notifier.Adapters.Outbox;
using Notifier.Adapters.Templates;
using Notifier.Application.Notices;
using Notifier.Application.Runs;
using Notifier.Cli.Scheduling;
using Notifier.Functions.Composition;
using Notifier.Functions.Settings;
using Notifier.Testing;

namespace Notifier.Cli.Tests;

public sealed class OneMachineTests
{
    [Fact]
    public void Every_function_finds_the_use_case_it_starts()
    {
        var clock = new FakeClock(CliRun.Morning);
        using var services = new ServiceCollection()
            .AddFunctionsOf(_ => new UseCases(
                new InMemoryTables(),
                new InMemoryQueues(clock),
                new OutboxFolder(new OutboxSettings { Folder = "never-written" }),
                new NoticeComposer(new HandlebarsTemplates()),
                clock))
            .BuildServiceProvider();
        var functions = typeof(Functions.SendNotice).Assembly.GetExportedTypes()
            .Where(type => FunctionCatalog.Of([type], ShippedSettings.Find) is { Timers.Count: > 0 } or { Queues.Count: > 0 })
            .ToArray();

        Assert.True(functions.Length >= 7);
        Assert.All(functions, function => Assert.NotNull(ActivatorUtilities.CreateInstance(services, function)));
    }
}
