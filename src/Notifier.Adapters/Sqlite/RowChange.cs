using Notifier.Application.Storage;

namespace Notifier.Adapters.Sqlite;

/// <summary>A change that was checked, as the write thread makes it.</summary>
internal readonly record struct RowChange(
    TableChangeKind Kind, string PartitionKey, string RowKey, string? IfETag, byte[]? Json)
{
    public static RowChange From(TableChange change) => new(
        change.Kind,
        change.PartitionKey,
        change.RowKey,
        change.IfETag,
        change.Json is { } json ? EntityJson.Checked(json) : null);
}
