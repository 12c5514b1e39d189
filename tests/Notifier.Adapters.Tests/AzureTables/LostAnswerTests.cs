using System.Text.Json.Serialization.Metadata;
using Azure.Core;
using Notifier.Adapters.AzureRest;
using Notifier.Adapters.Tests.Contracts;
using Notifier.Application.Storage;
using Notifier.Testing.Azurite;

namespace Notifier.Adapters.Tests.AzureTables;

/// <summary>Each kind of write whose answer is lost after it was carried out, and what others did meanwhile.</summary>
public sealed class LostAnswerTests
{
    private static readonly JsonTypeInfo<ContractRow> Rows = ContractRows.Default.ContractRow;

    private readonly FaultyTransport network = new(AzurePipeline.Network(), seed: 1, percent: 0);
    private readonly IEntityTable table;
    private readonly IEntityTable others;

    public LostAnswerTests()
    {
        var account = AzuriteServer.Shared.NewAccount();
        table = AzureStores.Open(account, network).Open("Lost");
        others = AzureStores.Open(account).Open("Lost");
    }

    [Fact]
    public async Task An_insert_refused_because_of_itself_was_made()
    {
        Lose(RequestMethod.Post);

        Assert.True(await table.InsertAsync(Row("r"), Rows, default));
    }

    [Fact]
    public async Task An_insert_refused_because_of_another_with_the_same_content_was_not_made()
    {
        await others.InsertAsync(Row("r"), Rows, default);
        Lose(RequestMethod.Post);

        Assert.False(await table.InsertAsync(Row("r"), Rows, default));
    }

    [Fact]
    public async Task An_insert_is_known_to_be_made_although_others_have_replaced_the_row_since()
    {
        Lose(RequestMethod.Post, then: () => ReplaceByOthers(times: 3));

        Assert.True(await table.InsertAsync(Row("r"), Rows, default));
        Assert.Equal(3, (await table.GetAsync("p", "r", Rows, default))!.Number);
    }

    [Fact]
    public async Task A_replacement_refused_because_of_itself_was_made()
    {
        await table.InsertAsync(Row("r"), Rows, default);
        var read = (await table.GetAsync("p", "r", Rows, default))!;
        Lose(RequestMethod.Put);

        Assert.True(await table.ReplaceAsync(read with { Text = "second" }, Rows, default));
    }

    [Fact]
    public async Task A_replacement_is_known_to_be_made_although_others_have_replaced_the_row_since()
    {
        await table.InsertAsync(Row("r"), Rows, default);
        var read = (await table.GetAsync("p", "r", Rows, default))!;
        Lose(RequestMethod.Put, then: () => ReplaceByOthers(times: 3));

        Assert.True(await table.ReplaceAsync(read with { Number = 100 }, Rows, default));
        Assert.Equal(103, (await table.GetAsync("p", "r", Rows, default))!.Number);
    }

    [Fact]
    public async Task A_replacement_of_a_version_that_another_replaced_first_was_not_made()
    {
        await table.InsertAsync(Row("r"), Rows, default);
        var read = (await table.GetAsync("p", "r", Rows, default))!;
        await others.UpsertAsync(Row("r") with { Text = "second" }, Rows, default);
        Lose(RequestMethod.Put);

        Assert.False(await table.ReplaceAsync(read with { Text = "second" }, Rows, default));
    }

    [Fact]
    public async Task A_deletion_refused_because_the_row_is_gone_was_made()
    {
        await table.InsertAsync(Row("r"), Rows, default);
        Lose(RequestMethod.Delete);

        Assert.True(await table.DeleteAsync("p", "r", null, default));
    }

    [Theory]
    [InlineData(nameof(Fault.NeverArrives))]
    [InlineData(nameof(Fault.Throttled))]
    public async Task A_deletion_of_nothing_that_cannot_have_been_carried_out_before_was_not_made(string fault)
    {
        await table.InsertAsync(Row("other"), Rows, default);
        var faults = new Queue<Fault>([Enum.Parse<Fault>(fault)]);
        network.Choose = _ => faults.TryDequeue(out var next) ? next : Fault.None;

        Assert.False(await table.DeleteAsync("p", "r", null, default));
    }

    [Fact]
    public async Task A_transaction_refused_because_of_itself_was_made()
    {
        await table.InsertAsync(Row("deleted"), Rows, default);
        Lose(RequestMethod.Post);

        var failed = await table.TransactAsync(
            [TableChange.Delete("p", "deleted", null), TableChange.Upsert(Row("head"), Rows), TableChange.Insert(Row("r"), Rows)],
            default);

        Assert.Null(failed);
    }

    [Fact]
    public async Task A_transaction_of_deletions_refused_because_the_rows_are_gone_was_made()
    {
        await table.InsertAsync(Row("a"), Rows, default);
        await table.InsertAsync(Row("b"), Rows, default);
        Lose(RequestMethod.Post);

        Assert.Null(await table.TransactAsync(
            [TableChange.Delete("p", "a", null), TableChange.Delete("p", "b", null)], default));
    }

    [Fact]
    public async Task A_transaction_refused_because_of_others_was_not_made()
    {
        await others.InsertAsync(Row("claim"), Rows, default);
        Lose(RequestMethod.Post);

        var failed = await table.TransactAsync(
            [TableChange.Insert(Row("evidence"), Rows), TableChange.Insert(Row("claim"), Rows)], default);

        Assert.Equal(1, failed);
        Assert.Null(await table.GetAsync("p", "evidence", Rows, default));
    }

    [Fact]
    public async Task Two_who_claim_with_the_same_content_over_a_bad_network_do_not_both_win()
    {
        network.Choose = request => request.Method == RequestMethod.Post ? Alternating() : Fault.None;
        for (var round = 0; round < 25; round++)
        {
            var won = await Task.WhenAll(
                Task.Run(() => table.InsertAsync(Row($"{round}"), Rows, default)),
                Task.Run(() => others.InsertAsync(Row($"{round}"), Rows, default)));

            Assert.Single(won, claimed => claimed);
        }

        Assert.True(network.Met(Fault.AnswerLost) > 5);
    }

    private static ContractRow Row(string rowKey) => new() { PartitionKey = "p", RowKey = rowKey, Text = "same" };

    private int alternations;

    private Fault Alternating() => ++alternations % 2 == 1 ? Fault.AnswerLost : Fault.None;

    /// <summary>The next call of the method is carried out and its answer lost.</summary>
    private void Lose(RequestMethod method, Func<Task>? then = null)
    {
        var lost = false;
        network.Choose = request =>
        {
            if (request.Method != method || request.Uri.ToUri().AbsolutePath.EndsWith("/Tables", StringComparison.Ordinal))
            {
                return Fault.None;
            }

            if (!lost)
            {
                lost = true;
                return Fault.AnswerLost;
            }

            // The repetition: by now others have been at work.
            then?.Invoke().GetAwaiter().GetResult();
            then = null;
            return Fault.None;
        };
    }

    private async Task ReplaceByOthers(int times)
    {
        for (var time = 0; time < times; time++)
        {
            var read = (await others.GetAsync("p", "r", Rows, default))!;
            Assert.True(await others.ReplaceAsync(read with { Number = read.Number + 1 }, Rows, default));
        }
    }
}
