using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Notifier.Application.Queues;
using Notifier.Application.ScheduleChanges;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Web.Tests;

/// <summary>The school office's address on a real web server on this machine, before the flow of one district.</summary>
internal sealed class ScheduleChangeHouse : IAsyncDisposable
{
    public const string Key = "0123456789-0123456789-0123456789";

    private readonly WebApplication web;

    private ScheduleChangeHouse(WebApplication web, FlowWorld world, FakeChannel told, KeptLog log) =>
        (this.web, World, Told, Log) = (web, world, told, log);

    public FlowWorld World { get; }

    public FakeChannel Told { get; }

    public KeptLog Log { get; }

    /// <param name="key">Null: none is set.</param>
    /// <param name="queue">What stands between the address and the queues; null: nothing.</param>
    public static async Task<ScheduleChangeHouse> StartAsync(SchoolOfficeKey? key, Func<IQueueSender, IQueueSender>? queue = null)
    {
        // Tue 2026-10-13, seven in the morning.
        var clock = new FakeClock(OakHill.At(2026, 10, 13, 7));
        var (queues, told, log) = (new InMemoryQueues(clock), new FakeChannel(), new KeptLog());
        var world = new FlowWorld(new InMemoryTables(), queue?.Invoke(queues) ?? queues, queues, told, clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddNotifierWeb().AddSingleton<IWebRoutes>(services => new ScheduleChangeRoutes(
            world.UseCases.SubmitScheduleChange, key, services.GetRequiredService<ILogger<ScheduleChangeRoutes>>()));
        var web = builder.Build();
        web.Run(context => web.Services.GetRequiredService<WebEntrance>().HandleAsync(context, context.RequestAborted));
        await web.StartAsync();
        return new(web, world, told, log);
    }

    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string json, params string[] keys)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(web.Urls.First()), "/api/schedule-changes"))
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        foreach (var key in keys)
        {
            request.Headers.TryAddWithoutValidation(ScheduleChangeRoutes.KeyHeader, key);
        }

        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task<(HttpStatusCode Status, string Body)> PostAsync(Notifier.ScheduleChanges.ScheduleChange change, params string[] keys) =>
        PostAsync(Encoding.UTF8.GetString(ScheduleChangeText.Write(change)), keys);

    public async ValueTask DisposeAsync()
    {
        await web.StopAsync();
        await web.DisposeAsync();
    }

    /// <summary>Every line that was logged.</summary>
    internal sealed class KeptLog : ILoggerProvider, ILogger
    {
        private readonly List<(LogLevel Level, string Text)> lines = [];

        public IReadOnlyList<string> Lines => At(LogLevel.Trace);

        /// <summary>Those of this level, or graver.</summary>
        public IReadOnlyList<string> At(LogLevel least)
        {
            lock (lines)
            {
                return [.. lines.Where(line => line.Level >= least).Select(line => line.Text)];
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.Add((logLevel, $"{formatter(state, exception)} {exception}".Trim()));
            }
        }

        public void Dispose()
        {
        }
    }
}
