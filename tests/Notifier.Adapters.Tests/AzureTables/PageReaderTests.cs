using System.Text;
using Notifier.Adapters.AzureRest;
using Notifier.Adapters.AzureTables;
using Notifier.Adapters.Tests.Contracts;

namespace Notifier.Adapters.Tests.AzureTables;

public sealed class PageReaderTests
{
    private const string Page = """
        {"odata.metadata":"https://a/$metadata#T","value":[
        {"odata.etag":"W/\"1\"","LastWrites":"m2 m1","PartitionKey":"p","RowKey":"a","Timestamp":"2026-11-21T18:00:00Z","Text":"ñ \u0022 ]}","Number":1},
        {"odata.etag":"W/\"2\"","PartitionKey":"p","RowKey":"b","Text":"x","Flag":true,"Note":null,"Unknown":[{"a":[]}]}
        ]}
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Rows_are_read_however_the_answer_arrives(int atOnce)
    {
        var rows = await Read(Encoding.UTF8.GetBytes(Page), atOnce);

        Assert.Equal(["a", "b"], rows.Select(row => row.RowKey));
        Assert.Equal(("ñ \" ]}", 1, "W/\"1\" m2 m1"), (rows[0].Text, rows[0].Number, rows[0].ETag));
        Assert.Equal((true, "W/\"2\""), (rows[1].Flag, rows[1].ETag));
    }

    [Fact]
    public async Task A_page_cut_anywhere_is_never_taken_for_a_whole_one()
    {
        var whole = Encoding.UTF8.GetBytes(Page);
        var end = Array.LastIndexOf(whole, (byte)']');
        for (var length = 0; length <= end; length++)
        {
            await Assert.ThrowsAsync<UnfinishedAnswerException>(() => Read(whole[..length], 50));
        }

        Assert.Equal(2, (await Read(whole[..(end + 1)], 50)).Count);
    }

    [Fact]
    public async Task An_empty_page_has_no_rows() => Assert.Empty(await Read("""{"value":[]}"""u8.ToArray(), 3));

    [Fact]
    public async Task A_row_bigger_than_any_buffer_is_read()
    {
        var text = new string('x', 300_000);

        var row = Assert.Single(await Read(
            Encoding.UTF8.GetBytes($$"""{"value":[{"PartitionKey":"p","RowKey":"r","Text":"{{text}}"}]}"""), 1000));

        Assert.Equal(text, row.Text);
    }

    private static async Task<List<ContractRow>> Read(byte[] answer, int atOnce)
    {
        using var stream = new SlowStream(answer, atOnce);
        return await new PageReader<ContractRow>(ContractRows.Default.ContractRow).ReadAsync(stream, default);
    }

    private sealed class SlowStream(byte[] bytes, int atOnce) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, atOnce)], cancellationToken);
    }
}
