using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Notifier.Testing.Providers;

/// <summary>A fake provider as a real web server on this machine.</summary>
public sealed class ProviderServer : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly FakeProvider provider;
    private int requests;

    private ProviderServer(WebApplication web, FakeProvider provider) => (this.web, this.provider) = (web, provider);

    public Uri Address => new(web.Urls.First());

    /// <summary>The provider takes its time over each request to send.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Requests that arrived, mistreated ones included.</summary>
    public int Requests => requests;

    public static async Task<ProviderServer> StartAsync(FakeProvider provider, TimeSpan latency = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var web = builder.Build();
        var server = new ProviderServer(web, provider) { Latency = latency };
        web.Run(server.TakeAsync);
        await web.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await web.StopAsync(atOnce.Token);
        await web.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        Interlocked.Increment(ref requests);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var request = new FakeRequest(
            context.Request.Method, context.Request.Path.Value!, context.Request.QueryString.Value ?? "",
            name => context.Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null, body.ToArray());
        var fault = provider.IsSend(request) ? provider.NextFault?.Invoke() ?? ProviderFault.None : ProviderFault.None;
        if (Latency > TimeSpan.Zero && provider.IsSend(request))
        {
            await Task.Delay(Latency, context.RequestAborted);
        }

        var answer = fault is ProviderFault.None or ProviderFault.TakeAndHang or ProviderFault.TakeAndReset
            or ProviderFault.TakeAndFail or ProviderFault.TakeAndCutAnswer
            ? provider.Answer(request)
            : provider.AnswerFault(fault);
        switch (fault)
        {
            case ProviderFault.Hang or ProviderFault.TakeAndHang:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            case ProviderFault.Reset or ProviderFault.TakeAndReset or ProviderFault.Refused:
                context.Abort();
                return;
            case ProviderFault.TakeAndFail:
                answer = provider.AnswerFault(fault);
                break;
            default:
                break;
        }

        await WriteAsync(context, answer, fault == ProviderFault.TakeAndCutAnswer);
    }

    private static async Task WriteAsync(HttpContext context, FakeResponse answer, bool cut)
    {
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        var body = System.Text.Encoding.UTF8.GetBytes(answer.Body);
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, cut ? body.Length / 2 : body.Length), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        if (cut)
        {
            // What was written should arrive before the connection is gone.
            await Task.Delay(200, context.RequestAborted);
            context.Abort();
        }
    }
}
