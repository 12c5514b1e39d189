using Azure.Core;

namespace Notifier.Adapters.AzureTables;

/// <summary>Where a query goes on; opaque. Its absence, not an empty page, is the end.</summary>
internal readonly record struct PageMark(string NextPartitionKey, string? NextRowKey)
{
    public static PageMark? From(ResponseHeaders headers)
    {
        if (!headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partitionKey))
        {
            return null;
        }

        headers.TryGetValue("x-ms-continuation-NextRowKey", out var rowKey);
        return new PageMark(partitionKey!, rowKey);
    }
}
