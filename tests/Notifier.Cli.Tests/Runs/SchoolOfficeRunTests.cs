using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NodaTime;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Runs;

/// <summary>The program as a process of its own, to which the school office posts a change while it runs.</summary>
public sealed class SchoolOfficeRunTests : IDisposable
{
    private const string Key = "0123456789-0123456789-0123456789";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_change_that_is_posted_to_a_running_home_is_planned_within_seconds_and_can_be_previewed_beside_it()
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)port.LocalEndpoint).Port}";
        port.Stop();
        var store = folder.File("store");
        Directory.CreateDirectory(folder.File("district"));
        new TinyDistrict().Write(folder.File("district"));
        await File.WriteAllTextAsync(folder.File("district/accommodations.csv"), "planId,kind,detail\nP1,scheduleChangeNotice,\n");
        (string, string)[] settings = [("Notifier__Web__Listen", address), ("Notifier__SchoolOffice__ApiKey", Key)];
        await CliProcess.Run(["import", folder.File("district"), "--data", store], settings);
        using var process = CliProcess.Start(["run", "--data", store], settings);
        using var client = new HttpClient { BaseAddress = new Uri(address) };

        await UntilAsync(async () => await PostAsync(client, "testing") == HttpStatusCode.Accepted);
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, "assembly"));
        await UntilAsync(async () => (await CliRun.Of("evidence", "--data", store, "--student", "S1", "--format", "json"))
            .Output.Contains("schedule-change", StringComparison.Ordinal));

        var next = folder.File("next.json");
        await File.WriteAllTextAsync(next, Change("closure").Replace("\"t\"", "\"u\"", StringComparison.Ordinal));
        var preview = await CliProcess.Run(["announce", next, "--data", store, "--preview"], settings);
        Assert.True(preview.ExitCode == 0, preview.Error);
        Assert.Contains("text to Rosa Flores (C1) about student S1", preview.Output, StringComparison.Ordinal);

        process.Kill();
        await process.WaitForExitAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; !await isSo(); tries++)
        {
            Assert.True(tries < 100, "Twenty seconds were not enough.");
            await Task.Delay(200);
        }
    }

    private static async Task<HttpStatusCode?> PostAsync(HttpClient client, string kind)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/schedule-changes")
            {
                Content = new StringContent(Change(kind), Encoding.UTF8, "application/json"),
            };
            request.Headers.Add("X-Notifier-Key", Key);
            using var answer = await client.SendAsync(request);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return null;
        }
    }

    private static string Change(string kind)
    {
#pragma warning disable RS0030 // The program under test follows the machine's clock.
        var nextWeek = SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusDays(7).Next(IsoDayOfWeek.Wednesday);
#pragma warning restore RS0030
        var date = nextWeek.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        return $$"""{ "changeId": "t", "version": 1, "districtId": "tiny", "date": "{{date}}", "kind": "{{kind}}", "postedAt": "2026-01-01T00:00:00Z" }""";
    }
}
