using Notifier.Application.Storage;

namespace Notifier.Adapters.Tests.Contracts;

public abstract partial class EntityTableContract
{
    [Fact]
    public async Task A_transaction_makes_all_its_changes()
    {
        await Table.InsertAsync(Row("p", "replaced", "old"), Rows, default);
        await Table.InsertAsync(Row("p", "deleted", "old"), Rows, default);
        var read = (await Table.GetAsync("p", "replaced", Rows, default))!;

        var failed = await Table.TransactAsync(
            [
                TableChange.Insert(Row("p", "inserted", "new"), Rows),
                TableChange.Replace(read with { Text = "new" }, Rows),
                TableChange.Upsert(Row("p", "upserted", "new"), Rows),
                TableChange.Delete("p", "deleted", null),
            ],
            default);

        Assert.Null(failed);
        Assert.Equal(["inserted", "replaced", "upserted"], await RowKeys("p", RowRange.All));
        Assert.Equal("new", (await Table.GetAsync("p", "replaced", Rows, default))!.Text);
    }

    [Theory]
    [InlineData(TableChangeKind.Insert)]
    [InlineData(TableChangeKind.Replace)]
    [InlineData(TableChangeKind.Delete)]
    public async Task A_transaction_with_a_condition_that_does_not_hold_changes_nothing(TableChangeKind kind)
    {
        await Table.InsertAsync(Row("p", "there", "old"), Rows, default);
        var stale = (await Table.GetAsync("p", "there", Rows, default))!;
        await Table.UpsertAsync(Row("p", "there", "newer"), Rows, default);
        var refused = kind switch
        {
            TableChangeKind.Insert => TableChange.Insert(Row("p", "there", "x"), Rows),
            TableChangeKind.Replace => TableChange.Replace(stale with { Text = "x" }, Rows),
            _ => TableChange.Delete("p", "there", stale.ETag),
        };

        var failed = await Table.TransactAsync(
            [
                TableChange.Insert(Row("p", "before", "x"), Rows),
                refused,
                TableChange.Upsert(Row("p", "after", "x"), Rows),
                TableChange.Delete("p", "nothing", null),
            ],
            default);

        Assert.Equal(1, failed);
        Assert.Equal(["there"], await RowKeys("p", RowRange.All));
        Assert.Equal("newer", (await Table.GetAsync("p", "there", Rows, default))!.Text);
    }

    [Fact]
    public async Task A_transaction_takes_a_hundred_changes_and_no_more()
    {
        var changes = Enumerable.Range(0, 101).Select(n => TableChange.Insert(Row("p", $"{n}", "x"), Rows)).ToList();

        await Assert.ThrowsAsync<ArgumentException>(() => Table.TransactAsync(changes, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Table.TransactAsync([], default));
        Assert.Null(await Table.TransactAsync(changes[..100], default));
    }

    [Fact]
    public async Task A_transaction_is_about_one_partition_and_each_row_once()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Table.TransactAsync(
            [TableChange.Insert(Row("p", "r", "x"), Rows), TableChange.Insert(Row("q", "r", "x"), Rows)], default));
        await Assert.ThrowsAsync<ArgumentException>(() => Table.TransactAsync(
            [TableChange.Insert(Row("p", "r", "x"), Rows), TableChange.Delete("p", "r", null)], default));

        Assert.Null(await Table.GetAsync("p", "r", Rows, default));
    }

    [Fact]
    public async Task Of_transactions_that_claim_the_same_row_one_wins_whole()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(
            () => Table.TransactAsync(
                [
                    TableChange.Insert(Row("p", $"evidence|{number:D2}", "x"), Rows),
                    TableChange.Insert(Row("p", "claim", $"{number:D2}"), Rows),
                ],
                default))));

        Assert.Single(outcomes, failed => failed is null);
        Assert.All(outcomes.Where(failed => failed is not null), failed => Assert.Equal(1, failed));
        var winner = (await Table.GetAsync("p", "claim", Rows, default))!.Text;
        Assert.Equal([$"evidence|{winner}"], await RowKeys("p", RowRange.StartingWith("evidence|")));
    }
}
