namespace Notifier.Application.Storage;

/// <summary>What a transaction does to one row.</summary>
public enum TableChangeKind
{
    /// <summary>There must be no such row.</summary>
    Insert,

    /// <summary>The version that was read must still stand there.</summary>
    Replace,

    /// <summary>Whatever stands there.</summary>
    Upsert,

    /// <summary>The row must stand there, in the version asked for if one is.</summary>
    Delete,
}
