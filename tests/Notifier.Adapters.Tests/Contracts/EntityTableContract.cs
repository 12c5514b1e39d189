using System.Text.Json.Serialization.Metadata;
using Notifier.Application.Storage;

namespace Notifier.Adapters.Tests.Contracts;

/// <summary>What every store must do; one derived class per adapter.</summary>
public abstract partial class EntityTableContract
{
    protected static readonly JsonTypeInfo<ContractRow> Rows = ContractRows.Default.ContractRow;

    protected IEntityTable Table => Tables.Open("Contract");

    protected abstract IEntityTables Tables { get; }

    [Fact]
    public async Task A_row_comes_back_as_it_went_in()
    {
        var row = Row("p", "r", "¿Señora Ñúñez? 學校 👩‍🏫 \"quoted\" \\ \u0001") with { Number = int.MinValue, Flag = true, Note = "n" };

        Assert.True(await Table.InsertAsync(row, Rows, default));
        var read = await Table.GetAsync("p", "r", Rows, default);

        Assert.NotNull(read);
        Assert.NotEqual("", read.ETag);
        Assert.Equal(row, read with { ETag = "" });
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_null() =>
        Assert.Null(await Table.GetAsync("nobody", "nothing", Rows, default));

    [Fact]
    public async Task A_property_that_is_null_is_not_kept()
    {
        await Table.UpsertAsync(Row("p", "r", "x") with { Note = "first" }, Rows, default);
        await Table.UpsertAsync(Row("p", "r", "x") with { Note = null }, Rows, default);

        Assert.Null((await Table.GetAsync("p", "r", Rows, default))!.Note);
    }

    [Fact]
    public async Task What_an_earlier_version_did_not_write_has_the_value_of_its_initializer()
    {
        await Table.InsertAsync(Row("p", "r", "x") with { Number = 7 }, Rows, default);

        var got = (await Table.GetAsync("p", "r", ContractRows.Default.LaterRow, default))!;
        var queried = await Table.QueryAsync("p", RowRange.All, ContractRows.Default.LaterRow, default).SingleAsync();

        foreach (var read in (LaterRow[])[got, queried])
        {
            Assert.Equal(("x", "", 2, true, 7), (read.Text, read.Words, read.Weeks, read.IsWanted, read.Number));
        }
    }

    [Fact]
    public async Task An_insert_leaves_a_row_that_is_there_as_it_is()
    {
        Assert.True(await Table.InsertAsync(Row("p", "r", "first"), Rows, default));

        Assert.False(await Table.InsertAsync(Row("p", "r", "second"), Rows, default));

        Assert.Equal("first", (await Table.GetAsync("p", "r", Rows, default))!.Text);
    }

    [Fact]
    public async Task A_row_changed_since_it_was_read_is_not_replaced()
    {
        await Table.InsertAsync(Row("p", "r", "first"), Rows, default);
        var read = (await Table.GetAsync("p", "r", Rows, default))!;
        await Table.UpsertAsync(Row("p", "r", "between"), Rows, default);

        Assert.False(await Table.ReplaceAsync(read with { Text = "late" }, Rows, default));

        Assert.Equal("between", (await Table.GetAsync("p", "r", Rows, default))!.Text);
    }

    [Fact]
    public async Task Writing_the_same_content_again_is_still_a_new_version()
    {
        await Table.InsertAsync(Row("p", "r", "same"), Rows, default);
        var read = (await Table.GetAsync("p", "r", Rows, default))!;

        Assert.True(await Table.ReplaceAsync(read, Rows, default));

        Assert.False(await Table.ReplaceAsync(read, Rows, default));
    }

    [Fact]
    public async Task A_row_deleted_and_inserted_anew_is_another_version()
    {
        await Table.InsertAsync(Row("p", "r", "same"), Rows, default);
        var read = (await Table.GetAsync("p", "r", Rows, default))!;
        await Table.DeleteAsync("p", "r", null, default);
        await Table.InsertAsync(Row("p", "r", "same"), Rows, default);

        Assert.False(await Table.ReplaceAsync(read, Rows, default));
        Assert.False(await Table.DeleteAsync("p", "r", read.ETag, default));
    }

    [Fact]
    public async Task A_deleted_row_is_not_replaced()
    {
        await Table.InsertAsync(Row("p", "r", "first"), Rows, default);
        var read = (await Table.GetAsync("p", "r", Rows, default))!;
        await Table.DeleteAsync("p", "r", null, default);

        Assert.False(await Table.ReplaceAsync(read, Rows, default));
        Assert.Null(await Table.GetAsync("p", "r", Rows, default));
    }

    [Fact]
    public async Task A_deletion_says_whether_there_was_such_a_row_in_that_version()
    {
        await Table.InsertAsync(Row("p", "r", "first"), Rows, default);
        var read = (await Table.GetAsync("p", "r", Rows, default))!;
        await Table.UpsertAsync(Row("p", "r", "second"), Rows, default);

        Assert.False(await Table.DeleteAsync("p", "r", read.ETag, default));
        Assert.True(await Table.DeleteAsync("p", "r", null, default));
        Assert.False(await Table.DeleteAsync("p", "r", null, default));
    }

    [Fact]
    public async Task Two_replacers_of_one_version_one_wins()
    {
        await Table.InsertAsync(Row("p", "counter", "0"), Rows, default);
        var wins = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var tries = 0; tries < 20; tries++)
            {
                var read = (await Table.GetAsync("p", "counter", Rows, default))!;
                if (await Table.ReplaceAsync(read with { Number = read.Number + 1 }, Rows, default))
                {
                    Interlocked.Increment(ref wins);
                }
            }
        })));

        Assert.True(wins >= 20, $"{wins} replacements won: at least one per round must.");
        Assert.Equal(wins, (await Table.GetAsync("p", "counter", Rows, default))!.Number);
    }

    [Fact]
    public async Task Of_many_inserters_of_one_row_one_wins()
    {
        var inserted = await Task.WhenAll(Enumerable.Range(0, 32).Select(number => Task.Run(
            () => Table.InsertAsync(Row("p", "claim", $"{number}"), Rows, default))));

        Assert.Single(inserted, won => won);
    }

    [Fact]
    public async Task Tables_are_apart_and_their_names_regardless_of_case()
    {
        await Tables.Open("Students").InsertAsync(Row("p", "r", "student"), Rows, default);

        Assert.Null(await Tables.Open("Plans").GetAsync("p", "r", Rows, default));
        Assert.NotNull(await Tables.Open("students").GetAsync("p", "r", Rows, default));
    }

    [Fact]
    public async Task A_row_may_be_big()
    {
        var text = new string('ü', EntityJson.MostPropertyCharacters);

        await Table.InsertAsync(Row("p", "r", text), Rows, default);

        Assert.Equal(text, (await Table.GetAsync("p", "r", Rows, default))!.Text);
    }

    protected static ContractRow Row(string partitionKey, string rowKey, string text) =>
        new() { PartitionKey = partitionKey, RowKey = rowKey, Text = text };
}
