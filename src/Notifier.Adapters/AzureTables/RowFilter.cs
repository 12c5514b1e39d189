using Notifier.Application.Storage;

namespace Notifier.Adapters.AzureTables;

/// <summary>Conditions on keys, as OData text.</summary>
internal static class RowFilter
{
    /// <returns>Null when no row can be in the range.</returns>
    public static string? Rows(string partitionKey, RowRange rows)
    {
        var filter = $"PartitionKey eq {Literal(partitionKey)}";
        if (rows.From is { Length: > 0 } from)
        {
            filter += $" and RowKey ge {Literal(from)}";
        }

        if (rows.To is { } to)
        {
            if (KeyBound.NotAfter(to) is not { } bound)
            {
                return null;
            }

            filter += bound.Length == 0 ? "" : $" and RowKey lt {Literal(bound)}";
        }

        return filter;
    }

    /// <returns>Null when no row can be in the range.</returns>
    public static string? Partitions(string fromPartition, string toPartition)
    {
        if (KeyBound.NotAfter(toPartition) is not { } bound)
        {
            return null;
        }

        var filter = $"PartitionKey ge {Literal(fromPartition)}";
        return bound.Length == 0 ? filter : $"{filter} and PartitionKey lt {Literal(bound)}";
    }

    public static string Literal(string key) => $"'{key.Replace("'", "''", StringComparison.Ordinal)}'";
}
