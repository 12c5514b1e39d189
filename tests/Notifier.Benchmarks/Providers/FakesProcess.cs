using System.Diagnostics;
using System.Globalization;
using Notifier.Testing;
using Notifier.Testing.Flow;
using Notifier.Testing.Providers;

namespace Notifier.Benchmarks.Providers;

/// <summary>Both fakes as a process of their own, so that their work is not counted as ours.</summary>
internal sealed class FakesProcess : IAsyncDisposable
{
    public const string Name = "providers-fakes";

    private readonly Process process;

    private FakesProcess(Process process, Uri twilio, Uri sendGrid) => (this.process, Twilio, SendGrid) = (process, twilio, sendGrid);

    public Uri Twilio { get; }

    public Uri SendGrid { get; }

    public static async Task<FakesProcess> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", typeof(FakesProcess).Assembly.Location, Name },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var addresses = (await process.StandardOutput.ReadLineAsync())!.Split(' ');
        return new(process, new Uri(addresses[0]), new Uri(addresses[1]));
    }

    /// <summary>What they took so far: texts, emails.</summary>
    public async Task<(int Texts, int Emails)> CountsAsync()
    {
        await process.StandardInput.WriteLineAsync("count");
        var counts = (await process.StandardOutput.ReadLineAsync())!.Split(' ');
        return (int.Parse(counts[0], CultureInfo.InvariantCulture), int.Parse(counts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The other process: it answers until its input ends.</summary>
    public static int Run() => RunAsync().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<int> RunAsync()
    {
        var clock = new FakeClock(OakHill.At(2026, 10, 14, 9));
        using var sendGrid = new FakeSendGrid(clock);
        var twilio = new FakeTwilio(clock);
        var latency = TimeSpan.FromMilliseconds(150);
        await using var texts = await ProviderServer.StartAsync(twilio, latency);
        await using var mails = await ProviderServer.StartAsync(sendGrid, latency);
        Console.WriteLine($"{texts.Address} {mails.Address}");
        while (await Console.In.ReadLineAsync() is not null)
        {
            Console.WriteLine($"{twilio.Count} {sendGrid.Count}");
        }

        return 0;
    }
}
