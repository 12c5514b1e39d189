using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Notifier.Adapters.Sqlite;
using Notifier.Application.Queues;
using Notifier.Cli.Scheduling;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Scheduling;

/// <summary>A scheduler over the sample functions and a real store.</summary>
public abstract class SchedulerTest : IDisposable
{
    protected static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 12, 20);

    private static readonly Type[] Samples = [typeof(Unpack), typeof(Sort), typeof(Hourly), typeof(Nightly)];

    private readonly TempFolder folder = new();

    protected SchedulerTest() => Store = SqliteStore.Open(folder.Path, Clock);

    protected FakeClock Clock { get; } = new(Start);

    protected Journal Journal { get; } = new();

    protected SqliteStore Store { get; private set; }

    protected SchedulerSettings Settings { get; set; } = new()
    {
        Concurrency = 4,
        Poll = Duration.FromMilliseconds(10),
        Grace = Duration.FromSeconds(5),
    };

    public void Dispose()
    {
        Store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>As after the process ended and was started again.</summary>
    protected async Task OpenAgainAsync()
    {
        await Store.DisposeAsync();
        Store = SqliteStore.Open(folder.Path, Clock);
    }

    protected OneMachineScheduler Scheduler(IQueueReceiver? receiver = null)
    {
        var services = new ServiceCollection().AddSingleton(Journal).AddSingleton<IQueueSender>(Store.Queues).BuildServiceProvider();
        var functions = FunctionCatalog.Of(Samples, name => name == "ThingsQueue" ? "things" : null);
        return new OneMachineScheduler(
            functions,
            services,
            Store.Tables,
            receiver ?? Store.Queues,
            Settings,
            NullLogger<OneMachineScheduler>.Instance)
        {
            Progress = Journal,
        };
    }

    protected Task<bool> RunOnceAsync() => Scheduler().RunOnceAsync(Clock.GetCurrentInstant(), default);

    protected Task SendAsync(params string[] boxes) => Store.Queues.SendAsync("boxes", [.. boxes.Select(Box)], default);

    protected static QueueMessage Box(string text) =>
        new() { MessageId = text.Replace(' ', '-'), Body = Encoding.UTF8.GetBytes(text) };

    protected async Task<List<SetAsideMessage>> SetAsideAsync()
    {
        var messages = new List<SetAsideMessage>();
        await foreach (var message in Store.Queues.ListAsync("boxes", default))
        {
            messages.Add(message);
        }

        return messages;
    }

    protected static async Task Until(Func<bool> condition)
    {
        for (var tries = 0; tries < 1_000 && !condition(); tries++)
        {
            await Task.Delay(10);
        }

        Assert.True(condition(), "It did not happen within ten seconds.");
    }
}
