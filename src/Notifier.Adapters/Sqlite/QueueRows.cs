namespace Notifier.Adapters.Sqlite;

/// <summary>A message that was checked, as the write thread adds it.</summary>
internal readonly record struct SentRow(string MessageId, byte[] Body, long NotBefore);

/// <summary>A message that may be delivered.</summary>
internal readonly record struct AvailableRow(long Sequence, string MessageId, byte[] Body, int Deliveries);
