namespace Notifier.Application.Storage;

/// <summary>Row keys from <paramref name="From"/> (included) to <paramref name="To"/> (excluded), ordinal; null: open.</summary>
public readonly record struct RowRange(string? From, string? To)
{
    public static RowRange All => default;

    /// <summary>Every row key that starts with the text.</summary>
    public static RowRange StartingWith(string prefix) => new(prefix, prefix + '\uffff');
}
