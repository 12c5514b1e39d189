using Notifier.Application.Storage;

namespace Notifier.Adapters.Tests.Contracts;

public abstract partial class EntityTableContract
{
    [Fact]
    public async Task Rows_come_in_ordinal_order_of_their_keys()
    {
        string[] keys = ["b", "B", "a", "é", "Z", "~", "10", "9", "a|", "a-", "a b", "ー", "ﬀ", "a|2026-03-02", "a'", "A+"];
        foreach (var key in keys)
        {
            await Table.InsertAsync(Row("p", key, "x"), Rows, default);
        }

        Assert.Equal(keys.Order(StringComparer.Ordinal), await RowKeys("p", RowRange.All));
    }

    [Fact]
    public async Task A_range_includes_its_start_and_excludes_its_end()
    {
        foreach (var key in new[] { "a", "b", "c", "d" })
        {
            await Table.InsertAsync(Row("p", key, "x"), Rows, default);
        }

        Assert.Equal(["b", "c"], await RowKeys("p", new RowRange("b", "d")));
        Assert.Equal(["c", "d"], await RowKeys("p", new RowRange("c", null)));
        Assert.Equal(["a"], await RowKeys("p", new RowRange(null, "b")));
        Assert.Empty(await RowKeys("p", new RowRange("d", "a")));
    }

    [Fact]
    public async Task A_prefix_finds_every_key_that_starts_with_it()
    {
        foreach (var key in new[] { "plan", "plan|1", "plan|ü", "plan|ﬀ", "plao", "pla" })
        {
            await Table.InsertAsync(Row("p", key, "x"), Rows, default);
        }

        Assert.Equal(["plan|1", "plan|ü", "plan|ﬀ"], await RowKeys("p", RowRange.StartingWith("plan|")));
    }

    [Fact]
    public async Task A_query_returns_every_row_once_however_many_there_are()
    {
        const int count = 2_500;
        foreach (var chunk in Enumerable.Range(0, count).Chunk(100))
        {
            await Table.TransactAsync(
                [.. chunk.Select(n => TableChange.Insert(Row("many", $"{n:D5}", "x"), Rows))], default);
        }

        Assert.Equal(Enumerable.Range(0, count).Select(n => $"{n:D5}"), await RowKeys("many", RowRange.All));
    }

    [Fact]
    public async Task Big_rows_come_in_pages_too()
    {
        var text = new string('x', EntityJson.MostPropertyCharacters);
        for (var number = 0; number < 300; number++)
        {
            await Table.UpsertAsync(Row($"big{number % 2}", $"{number:D3}", text), Rows, default);
        }

        Assert.Equal(150, (await RowKeys("big1", RowRange.All)).Count);
        Assert.Equal(300, (await Keys("big0", "big2")).Count);
    }

    [Fact]
    public async Task Rows_read_by_a_query_can_be_replaced()
    {
        await Table.InsertAsync(Row("p", "r", "first"), Rows, default);

        await foreach (var row in Table.QueryAsync("p", RowRange.All, Rows, default))
        {
            Assert.True(await Table.ReplaceAsync(row with { Text = "second" }, Rows, default));
        }

        Assert.Equal("second", (await Table.GetAsync("p", "r", Rows, default))!.Text);
    }

    [Fact]
    public async Task Rows_may_be_deleted_while_they_are_read()
    {
        for (var number = 0; number < 1_200; number++)
        {
            await Table.UpsertAsync(Row("p", $"{number:D5}", "x"), Rows, default);
        }

        var deleted = 0;
        await foreach (var row in Table.QueryAsync("p", RowRange.All, Rows, default))
        {
            deleted += await Table.DeleteAsync("p", row.RowKey, row.ETag, default) ? 1 : 0;
        }

        Assert.Equal(1_200, deleted);
        Assert.Empty(await RowKeys("p", RowRange.All));
    }

    [Fact]
    public async Task Partitions_come_in_order_from_the_first_to_before_the_last()
    {
        foreach (var (partition, row) in new[] { ("d|02", "b"), ("d|03", "a"), ("d|01", "z"), ("d|02", "a"), ("e", "a"), ("D|02", "a") })
        {
            await Table.InsertAsync(Row(partition, row, "x"), Rows, default);
        }

        Assert.Equal(["d|01/z", "d|02/a", "d|02/b"], await Keys("d|01", "d|03"));
        Assert.Equal(["d|01/z", "d|02/a", "d|02/b", "d|03/a"], await Keys("d", "e"));
    }

    private async Task<List<string>> RowKeys(string partition, RowRange range)
    {
        var keys = new List<string>();
        await foreach (var row in Table.QueryAsync(partition, range, Rows, default))
        {
            keys.Add(row.RowKey);
        }

        return keys;
    }

    private async Task<List<string>> Keys(string fromPartition, string toPartition)
    {
        var keys = new List<string>();
        await foreach (var row in Table.QueryPartitionsAsync(fromPartition, toPartition, Rows, default))
        {
            keys.Add($"{row.PartitionKey}/{row.RowKey}");
        }

        return keys;
    }
}
