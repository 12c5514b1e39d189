namespace Notifier.Cli.Stores;

/// <summary>Where the tables are.</summary>
public enum StoreKind
{
    /// <summary>A SQLite file in the data folder.</summary>
    Local,

    /// <summary>An account of Azure Storage.</summary>
    Azure,

    /// <summary>The emulator on this machine.</summary>
    Azurite,
}
