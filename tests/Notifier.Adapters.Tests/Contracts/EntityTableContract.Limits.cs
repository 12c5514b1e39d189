using Notifier.Application.Storage;

namespace Notifier.Adapters.Tests.Contracts;

public abstract partial class EntityTableContract
{
    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("50%")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    [InlineData("a\ud83d\ude00b")]
    public async Task A_key_no_store_takes_is_refused_before_anything_is_written(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Table.InsertAsync(Row("p", key, "x"), Rows, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Table.UpsertAsync(Row(key, "r", "x"), Rows, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Table.DeleteAsync("p", key, null, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Table.TransactAsync(
            [TableChange.Insert(Row("p", "r", "x"), Rows), TableChange.Insert(Row("p", key, "x"), Rows)], default));

        Assert.Empty(await RowKeys("p", RowRange.All));
    }

    [Fact]
    public async Task Any_id_fits_into_a_key_once_it_is_escaped()
    {
        const string id = "7/4 #?%\\~|\t\ud83d\ude00é";
        var key = StoreKey.Of(id);

        await Table.InsertAsync(Row(key, key, "x"), Rows, default);

        Assert.NotNull(await Table.GetAsync(key, key, Rows, default));
        Assert.Equal(id, StoreKey.Unescape(key));
    }

    [Fact]
    public async Task A_key_has_up_to_512_characters()
    {
        Assert.True(await Table.InsertAsync(Row(new string('p', 512), new string('r', 512), "x"), Rows, default));

        await Assert.ThrowsAsync<ArgumentException>(() => Table.InsertAsync(Row("p", new string('r', 513), "x"), Rows, default));
    }

    [Fact]
    public async Task Text_that_is_too_long_is_refused()
    {
        var text = new string('x', EntityJson.MostPropertyCharacters + 1);

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Table.InsertAsync(Row("p", "r", text), Rows, default));

        Assert.Contains("Text", refused.Message, StringComparison.Ordinal);
        Assert.Null(await Table.GetAsync("p", "r", Rows, default));
    }

    [Fact]
    public async Task A_type_that_stores_keep_differently_is_refused()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Table.UpsertAsync(
            new UnfitRow { PartitionKey = "p", RowKey = "r", Fraction = 0.5 }, ContractRows.Default.UnfitRow, default));

        Assert.Contains("Fraction", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_not_read_cannot_be_replaced()
    {
        await Table.InsertAsync(Row("p", "r", "first"), Rows, default);

        await Assert.ThrowsAsync<ArgumentException>(() => Table.ReplaceAsync(Row("p", "r", "second"), Rows, default));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("1table")]
    [InlineData("with-hyphen")]
    [InlineData("tables")]
    [InlineData("")]
    public void A_name_no_store_takes_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => Tables.Open(name));
}
