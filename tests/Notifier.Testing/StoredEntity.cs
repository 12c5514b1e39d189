namespace Notifier.Testing;

/// <summary>A row as a store keeps it.</summary>
public sealed record StoredEntity(string Table, string PartitionKey, string RowKey, ReadOnlyMemory<byte> Json);
