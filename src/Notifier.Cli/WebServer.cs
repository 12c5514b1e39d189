using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Notifier.Application.Queues;
using Notifier.Application.ScheduleChanges;
using Notifier.Application.Webhooks;
using Notifier.Cli.Settings;
using Notifier.Functions.Settings;
using Notifier.Web;

namespace Notifier.Cli;

/// <summary>The web project on a port of this machine.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication web;

    private WebServer(WebApplication web) => this.web = web;

    /// <exception cref="SettingException">It cannot listen there.</exception>
    public static async Task<WebServer> StartAsync(
        WebOptions options, IReadOnlyList<IProviderWebhook> webhooks, IQueueSender queue, SubmitScheduleChange submit,
        OneMachineSettings settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(options.Listen).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = 1000;
        });
        settings.Log?.Invoke(builder.Logging);
        builder.Services
            .AddSingleton<IHostLifetime, NoLifetime>()
            .AddNotifierWeb()
            .AddSingleton<IWebRoutes>(one => new WebhookRoutes(
                webhooks, queue, settings.Clock, one.GetRequiredService<ILogger<WebhookRoutes>>()))
            .AddSingleton<IWebRoutes>(one => new ScheduleChangeRoutes(
                submit, settings.SchoolOffice, one.GetRequiredService<ILogger<ScheduleChangeRoutes>>()));
        var web = builder.Build();
        var entrance = web.Services.GetRequiredService<WebEntrance>();
        web.Run(context => entrance.HandleAsync(context, context.RequestAborted));
        try
        {
            await web.StartAsync();
            return new WebServer(web);
        }
        catch (IOException taken)
        {
            await web.DisposeAsync();
            throw new SettingException(
                $"setting Notifier:Web:Listen is '{options.Listen}', where this machine cannot listen: {taken.Message} "
                + "Free that port, or set Notifier__Web__Listen to another.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await web.StopAsync();
        await web.DisposeAsync();
    }

    // The home has its own way to be stopped.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
