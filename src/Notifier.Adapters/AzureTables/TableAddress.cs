namespace Notifier.Adapters.AzureTables;

/// <summary>The addresses of a table and its rows, with keys made fit for them.</summary>
internal sealed class TableAddress(Uri endpoint, string table)
{
    private readonly string root = endpoint.AbsoluteUri.TrimEnd('/');

    public string Table => table;

    public Uri AllTables => new($"{root}/Tables");

    public Uri Transactions => new($"{root}/$batch");

    public Uri Rows { get; } = new($"{endpoint.AbsoluteUri.TrimEnd('/')}/{table}");

    public string Row(string partitionKey, string rowKey) =>
        $"{root}/{table}(PartitionKey={Literal(partitionKey)},RowKey={Literal(rowKey)})";

    /// <param name="filter">As OData has it, not yet escaped.</param>
    /// <param name="next">Where to go on; null: at the start.</param>
    public Uri Query(string filter, PageMark? next)
    {
        var query = $"{root}/{table}()?$filter={Uri.EscapeDataString(filter)}";
        if (next is { } mark)
        {
            query += $"&NextPartitionKey={Uri.EscapeDataString(mark.NextPartitionKey)}";
            query += mark.NextRowKey is { } rowKey ? $"&NextRowKey={Uri.EscapeDataString(rowKey)}" : "";
        }

        return new Uri(query);
    }

    private static string Literal(string key) => Uri.EscapeDataString(RowFilter.Literal(key));
}
