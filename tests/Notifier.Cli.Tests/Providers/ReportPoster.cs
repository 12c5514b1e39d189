using System.Collections.Concurrent;
using Notifier.Testing.Providers;

namespace Notifier.Cli.Tests.Providers;

/// <summary>Posts what the fakes report to the program, in no order, some of it twice, and again until it is taken.</summary>
internal sealed class ReportPoster : IAsyncDisposable
{
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly ConcurrentBag<Task> posting = [];
    private readonly CancellationTokenSource stop = new();
    private readonly Uri address;
    private readonly Random random = new(7);
    private int open;
    private int refused;

    public ReportPoster(Uri address) => this.address = address;

    /// <summary>Reports not yet taken.</summary>
    public int Open => Volatile.Read(ref open);

    /// <summary>Reports answered with a 4xx.</summary>
    public int Refused => Volatile.Read(ref refused);

    public void Report(FakeReport report)
    {
        lock (random)
        {
            for (var copy = 0; copy < (random.Next(6) == 0 ? 2 : 1); copy++)
            {
                var delay = random.Next(1500);
                Interlocked.Increment(ref open);
                posting.Add(Task.Run(() => PostAsync(report, delay)));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(posting);
        client.Dispose();
        stop.Dispose();
    }

    private async Task PostAsync(FakeReport report, int delay)
    {
        try
        {
            await Task.Delay(delay, stop.Token);
            while (await StatusAsync(report) is var status && status is < 200 or >= 300)
            {
                Interlocked.Add(ref refused, status is >= 400 and < 500 ? 1 : 0);
                await Task.Delay(300, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }

        Interlocked.Decrement(ref open);
    }

    /// <returns>0: nobody answers, because the program is being killed just now.</returns>
    private async Task<int> StatusAsync(FakeReport report)
    {
        // SendGrid's path is that of its settings; Twilio's comes with the request to send.
        var path = report.Path == FakeSendGrid.EventPath ? "/api" + report.Path : report.Path;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path + report.Query))
        {
            Content = new ByteArrayContent(report.Body),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", report.ContentType);
        foreach (var (name, value) in report.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var response = await client.SendAsync(request, stop.Token);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }
}
