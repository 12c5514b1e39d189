using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using NodaTime;
using Notifier.Adapters.Sqlite;
using Notifier.Application.Delivery;
using Notifier.Application.Evidence;
using Notifier.Delivery;
using Notifier.Testing;
using Notifier.Testing.Providers;
using Xunit.Abstractions;

namespace Notifier.Cli.Tests.Providers;

/// <summary>
/// The program as a process of its own, sending to both fakes over real connections, killed at random moments and
/// started again, while the fakes misbehave and report.
/// </summary>
public sealed class ProvidersRunTests(ITestOutputHelper output)
{
    private const int Kills = 6;

#pragma warning disable RS0030 // The program under test follows the machine's clock, so the fakes do, too.
    private readonly SystemClock clock = SystemClock.Instance;
#pragma warning restore RS0030

    [Fact]
    public async Task Killed_again_and_again_it_tells_nobody_twice_and_records_what_became_of_everything()
    {
        using var folder = new TempFolder();
        var port = FreePort();
        var address = new Uri($"http://127.0.0.1:{port}");
        using var sendGrid = new FakeSendGrid(clock);
        var twilio = new FakeTwilio(clock);
        await using var mailServer = await ProviderServer.StartAsync(sendGrid, TimeSpan.FromMilliseconds(20));
        await using var textServer = await ProviderServer.StartAsync(twilio, TimeSpan.FromMilliseconds(20));
        await using var poster = new ReportPoster(address);
        Misbehave(twilio, number => number.EndsWith('5') ? ["queued", "sent", "undelivered:30006"] : ["queued", "sent", "delivered"], poster);
        Misbehave(sendGrid, mail => mail.StartsWith("paul1", StringComparison.Ordinal) ? ["processed", "bounce:bounce"] : ["processed", "delivered"], poster);
        var settings = FakeAccounts.Settings(sendGrid, textServer.Address, mailServer.Address)
            .Append(new("Notifier:Delivery:Mode", "providers"))
            .Append(new("Notifier:Twilio:SegmentsPerSecond", "1000"))
            .Append(new("Notifier:Web:Listen", address.AbsoluteUri.TrimEnd('/')))
            .Append(new("Notifier:Web:PublicUrl", address.AbsoluteUri.TrimEnd('/')))
            .Select(one => (one.Key.Replace(":", "__", StringComparison.Ordinal), one.Value!)).ToArray();
        var district = Directory.CreateDirectory(folder.File("district")).FullName;
        ProvidersDistrict.Write(district, clock.GetCurrentInstant());
        var store = folder.File("store");
        var import = await CliProcess.Run(["import", district, "--data", store, "--confirm"], settings);
        Assert.True(import.ExitCode == 0, import.Output + import.Error);

        var random = new Random(11);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = CliProcess.Start(["run", "--data", store], settings);
            var (before, more) = (twilio.Count + sendGrid.Count, random.Next(1, 25));
            var limit = Stopwatch.StartNew();
            while (twilio.Count + sendGrid.Count < before + more && limit.Elapsed < TimeSpan.FromSeconds(8))
            {
                await Task.Delay(5);
            }

            await Task.Delay(random.Next(40));
            process.Kill();
            await process.WaitForExitAsync();
        }

        await RunUntilQuietAsync(store, settings, twilio, sendGrid, poster);

        output.WriteLine($"{twilio.Count} texts, {sendGrid.Count} emails, {poster.Refused} reports refused");
        Assert.True(twilio.Count >= ProvidersDistrict.Students / 2, $"Only {twilio.Count} texts.");
        Assert.Empty(twilio.Complaints.Concat(sendGrid.Complaints));
        Assert.Equal(0, poster.Refused);
        var twice = twilio.Messages.Concat(sendGrid.Messages).GroupBy(message => message.NoticeId).Where(group => group.Count() > 1);
        Assert.Empty(twice.Select(group => group.Key));
        await CheckLedgerAsync(store, [.. twilio.Messages, .. sendGrid.Messages]);
    }

    private static void Misbehave(FakeProvider provider, Func<string, IReadOnlyList<string>> fate, ReportPoster poster)
    {
        var random = new Random(provider is FakeTwilio ? 1 : 2);
        provider.Fate = fate;
        provider.Reported = poster.Report;
        provider.NextFault = () =>
        {
            lock (random)
            {
                return random.Next(10) switch
                {
                    0 => ProviderFault.TakeAndReset,
                    1 => ProviderFault.TakeAndFail,
                    2 => ProviderFault.Reset,
                    _ => ProviderFault.None,
                };
            }
        };
    }

    private static async Task RunUntilQuietAsync(
        string store, (string, string)[] settings, FakeTwilio twilio, FakeSendGrid sendGrid, ReportPoster poster)
    {
        using var process = CliProcess.Start(["run", "--data", store], settings);
        var error = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        var (last, since) = (-1, Stopwatch.StartNew());
        var limit = Stopwatch.StartNew();
        while (since.Elapsed < TimeSpan.FromSeconds(6) && limit.Elapsed < TimeSpan.FromMinutes(2))
        {
            await Task.Delay(200);
            if (twilio.Count + sendGrid.Count + poster.Open is var now && (now != last || poster.Open > 0))
            {
                (last, since) = (now, Stopwatch.StartNew());
            }
        }

        Assert.False(process.HasExited, $"It ended by itself: {(process.HasExited ? await error : "")}");
        using var end = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await end.WaitForExitAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>The ledger says of every message what the fakes know, and nothing is left open.</summary>
    private async Task CheckLedgerAsync(string data, IReadOnlyList<FakeMessage> taken)
    {
        await using var store = SqliteStore.Open(data, clock);
        var evidence = new EvidenceLedger(store.Tables);
        var ledger = new NoticeLedger(store.Tables, evidence);
        var byNotice = taken.ToDictionary(message => message.NoticeId);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var wrong = new List<string>();
        // The digests of staff have ledgers of their own.
        var students = Enumerable.Range(1, ProvidersDistrict.Students).Select(number => $"S{number}");
        foreach (var student in students.Concat(ProvidersDistrict.Staff.Select(NoticeDue.LedgerOfStaff)))
        {
            await foreach (var row in ledger.AllAsync("tiny", student, CancellationToken.None))
            {
                var message = byNotice.GetValueOrDefault(row.NoticeId);
                found.Add(row.NoticeId);
                var right = row.State switch
                {
                    NoticeState.Delivered => message is { Arrives: true },
                    NoticeState.Failed => message is { Arrives: false },
                    NoticeState.NotSent or NoticeState.Withheld or NoticeState.Unknown => message is null,
                    _ => false,
                };
                if (!right)
                {
                    wrong.Add($"{row.StepId} of {student} to {row.RecipientId} by {row.Channel} is {row.State} ({row.Reason}); taken: {message is not null}");
                }
            }

            Assert.True((await new VerifyEvidence(evidence).RunAsync("tiny", student, CancellationToken.None)).IsWhole);
        }

        Assert.Empty(wrong);
        // An alarm of the program, which was killed while its run was under way, has no ledger: that may be what failed.
        Assert.Empty(taken.Where(message => !found.Contains(message.NoticeId) && !message.Text.StartsWith("The run of ", StringComparison.Ordinal)).Select(message => $"to {message.To}: {message.Text}"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
