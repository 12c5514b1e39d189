namespace Notifier.Benchmarks.AzureTables;

/// <summary>What both sides are asked to do, with rows of the same content.</summary>
internal interface ITableWork
{
    string Name { get; }

    Task PrepareAsync();

    Task InsertAsync(int number);

    /// <summary>A hundred inserts, all or none.</summary>
    Task TransactAsync(int number);

    /// <summary>A partition of a thousand rows.</summary>
    Task QueryAsync(int number);
}
