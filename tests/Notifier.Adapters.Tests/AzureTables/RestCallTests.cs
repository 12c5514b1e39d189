using System.Diagnostics;
using Notifier.Adapters.AzureRest;
using Notifier.Adapters.Tests.Contracts;
using Notifier.Application.Storage;
using Notifier.Testing.Azurite;

namespace Notifier.Adapters.Tests.AzureTables;

public sealed class RestCallTests
{
    private readonly FaultyTransport network = new(AzurePipeline.Network(), seed: 1, percent: 0);

    [Theory]
    [InlineData(nameof(Fault.NeverArrives))]
    [InlineData(nameof(Fault.Busy))]
    [InlineData(nameof(Fault.Throttled))]
    [InlineData(nameof(Fault.AnswerLost))]
    [InlineData(nameof(Fault.AnswerTooLate))]
    [InlineData(nameof(Fault.DoneButSaysItFailed))]
    public async Task A_call_that_never_gets_an_answer_ends_and_says_so_without_the_row(string fault)
    {
        network.Choose = _ => Enum.Parse<Fault>(fault);
        var table = AzureStores.Open(network).Open("Never");

        var problem = await Assert.ThrowsAsync<StoreException>(() => table.InsertAsync(
            new ContractRow { PartitionKey = "secret-key", RowKey = "r", Text = "secret-text" },
            ContractRows.Default.ContractRow,
            default));

        Assert.Equal(AzureStores.Impatient.MostAttempts, network.Calls);
        Assert.Contains("12 times", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_heard_while_waiting()
    {
        network.Choose = _ => Fault.Busy;
        var patient = AzureStores.Impatient with { FirstWait = TimeSpan.FromMinutes(5), LongestWait = TimeSpan.FromMinutes(5) };
        var table = AzureStores.Open(network, patient).Open("Waits");
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.GetAsync(
            "p", "r", ContractRows.Default.ContractRow, giveUp.Token));
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up_after_the_time_for_one_attempt()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var port = ((System.Net.IPEndPoint)silent.LocalEndpoint).Port;
        var account = new AzuriteAccount("test00001", new Uri($"http://127.0.0.1:{port}/test00001"), AzuriteServer.Key);
        var table = AzureStores.Open(account, retries: AzureStores.Impatient with
        {
            MostAttempts = 2,
            AttemptTimeout = TimeSpan.FromMilliseconds(100),
        }).Open("Silent");
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAsync<StoreException>(() => table.GetAsync("p", "r", ContractRows.Default.ContractRow, default));

        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_wrong_key_is_refused_at_once_with_what_to_do()
    {
        var account = AzuriteServer.Shared.NewAccount() with { Key = "d3Jvbmc=" };
        var table = AzureStores.Open(account, network).Open("Wrong");

        var problem = await Assert.ThrowsAsync<StoreException>(() => table.GetAsync(
            "p", "r", ContractRows.Default.ContractRow, default));

        Assert.Equal(1, network.Calls);
        Assert.Contains("Storage Table Data Contributor", problem.Remedy, StringComparison.Ordinal);
        Assert.Contains("403 AuthorizationFailure", problem.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_made_once_by_the_first_write_and_reads_as_empty_before()
    {
        var creations = 0;
        network.Choose = request =>
        {
            creations += request.Uri.ToUri().AbsolutePath.EndsWith("/Tables", StringComparison.Ordinal) ? 1 : 0;
            return Fault.None;
        };
        var table = AzureStores.Open(network).Open("First");

        Assert.Null(await table.GetAsync("p", "r", ContractRows.Default.ContractRow, default));
        Assert.Equal(0, creations);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => table.UpsertAsync(
            new ContractRow { PartitionKey = "p", RowKey = $"{number}", Text = "x" }, ContractRows.Default.ContractRow, default)));

        Assert.Equal(1, creations);
    }
}
