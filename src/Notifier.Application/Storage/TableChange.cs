using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Notifier.Application.Storage;

/// <summary>One change inside a transaction; the row is already typed JSON.</summary>
public sealed record TableChange
{
    private TableChange(TableChangeKind kind, string partitionKey, string rowKey, string? ifETag, ReadOnlyMemory<byte>? json) =>
        (Kind, PartitionKey, RowKey, IfETag, Json) = (kind, partitionKey, rowKey, ifETag, json);

    public TableChangeKind Kind { get; }

    public string PartitionKey { get; }

    public string RowKey { get; }

    /// <summary>The version that must stand there; null: any.</summary>
    public string? IfETag { get; }

    /// <summary>UTF-8 of the whole row, keys included; null for a deletion.</summary>
    public ReadOnlyMemory<byte>? Json { get; }

    public static TableChange Insert<T>(T entity, JsonTypeInfo<T> type)
        where T : Entity => Of(TableChangeKind.Insert, entity, type, null);

    public static TableChange Replace<T>(T entity, JsonTypeInfo<T> type)
        where T : Entity => Of(TableChangeKind.Replace, entity, type, entity.ETag);

    public static TableChange Upsert<T>(T entity, JsonTypeInfo<T> type)
        where T : Entity => Of(TableChangeKind.Upsert, entity, type, null);

    public static TableChange Delete(string partitionKey, string rowKey, string? ifETag) =>
        new(TableChangeKind.Delete, partitionKey, rowKey, ifETag, null);

    private static TableChange Of<T>(TableChangeKind kind, T entity, JsonTypeInfo<T> type, string? ifETag)
        where T : Entity =>
        new(kind, entity.PartitionKey, entity.RowKey, ifETag, JsonSerializer.SerializeToUtf8Bytes(entity, type));
}
