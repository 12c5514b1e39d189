using System.Text;
using Notifier.Adapters.AzureRest;
using Notifier.Adapters.AzureTables;

namespace Notifier.Adapters.Tests.AzureTables;

public sealed class TableErrorTests
{
    [Fact]
    public void The_code_is_found_in_json() =>
        Assert.Equal(
            "TableNotFound",
            Parse("""{"odata.error":{"code":"TableNotFound","message":{"lang":"en-US","value":"The table does not exist."}}}""").Code);

    [Fact]
    public void The_code_is_found_in_xml() =>
        Assert.Equal(
            "InvalidResourceName",
            Parse("""<?xml version="1.0"?><m:error xmlns:m="urn:x"><m:code/><code>InvalidResourceName</code></m:error>""").Code);

    [Theory]
    [InlineData("""{"odata.error":{"code":"Tab""")]
    [InlineData("{}")]
    [InlineData("""{"odata.error":{"code":5,"message":{}}}""")]
    public void An_error_that_breaks_off_is_unfinished(string body) =>
        Assert.Throws<UnfinishedAnswerException>(() => Parse(body));

    [Theory]
    [InlineData("The entity 3:x is there", null)]
    [InlineData("3:The entity", 3)]
    [InlineData("12:x", 12)]
    [InlineData(":x", null)]
    public void The_index_stands_before_the_first_colon(string message, int? index) =>
        Assert.Equal(index, Parse($$$$"""{"odata.error":{"code":"x","message":{"value":"{{{{message}}}}"}}}""").Index);

    [Fact]
    public void A_foreign_404_is_a_fault_and_not_a_missing_row() =>
        Assert.False(TableError.Parse(404, "<html>no such page</html>"u8, null).IsUnmetCondition);

    private static TableError Parse(string body) => TableError.Parse(404, Encoding.UTF8.GetBytes(body), requestId: "r");
}
