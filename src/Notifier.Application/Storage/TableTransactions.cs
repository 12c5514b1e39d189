namespace Notifier.Application.Storage;

/// <summary>What a transaction may hold, in every store.</summary>
public static class TableTransactions
{
    public const int MostChanges = 100;

    /// <summary>Table Storage takes 4 MiB a request, headers and framing included.</summary>
    public const int MostBytes = 3_500_000;

    /// <exception cref="ArgumentException">The changes are none, too many, of two partitions, or of one row twice.</exception>
    public static void Check(IReadOnlyList<TableChange> changes)
    {
        if (changes.Count is 0 or > MostChanges)
        {
            throw new ArgumentException($"A transaction has 1 to {MostChanges} changes, this one has {changes.Count}.");
        }

        var rowKeys = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        var bytes = 0L;
        foreach (var change in changes)
        {
            EntityKeys.Check(change.PartitionKey, change.RowKey);
            if (change.PartitionKey != changes[0].PartitionKey)
            {
                throw new ArgumentException("A transaction changes rows of one partition only.");
            }

            if (!rowKeys.Add(change.RowKey))
            {
                throw new ArgumentException("A transaction changes each row once.");
            }

            if (change.Kind == TableChangeKind.Replace)
            {
                CheckReplaced(change.IfETag);
            }

            bytes += change.Json?.Length ?? 0;
        }

        if (bytes > MostBytes)
        {
            throw new ArgumentException($"A transaction is at most {MostBytes:N0} bytes, this one is {bytes:N0}.");
        }
    }

    /// <exception cref="ArgumentException">The row was not read from the store.</exception>
    public static void CheckReplaced(string? eTag)
    {
        if (string.IsNullOrEmpty(eTag))
        {
            throw new ArgumentException("A row is replaced in the version that was read: read it from the store first.");
        }
    }
}
