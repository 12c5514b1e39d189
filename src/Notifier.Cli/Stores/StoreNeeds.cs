namespace Notifier.Cli.Stores;

/// <summary>What a command needs of its store.</summary>
[Flags]
public enum StoreNeeds
{
    Tables = 0,
    Queues = 1,

    /// <summary>A folder of this machine, for files that are written beside the store.</summary>
    Folder = 2,
}
