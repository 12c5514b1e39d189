using NodaTime;

namespace Notifier.Adapters.Sqlite;

/// <summary>A row as it lies in the file.</summary>
internal readonly record struct StoredRow(long Version, byte[] Json, string PartitionKey, string RowKey);

/// <summary>Rows read in one go, so that no reader holds the file while its caller works.</summary>
internal readonly record struct RowPage(IReadOnlyList<StoredRow> Rows, bool MayHaveMore);

/// <summary>A message set aside, as it lies in the file.</summary>
internal readonly record struct SetAsideRow(
    long Sequence, string MessageId, byte[] Body, int Deliveries, string Reason, Instant SetAsideAt);
