namespace Notifier.Application.Storage;

/// <summary>What partition and row keys may hold, in every store.</summary>
/// <remarks>
/// Keys without surrogates sort alike as UTF-8 bytes (SQLite) and as UTF-16 units (<see cref="StringComparer.Ordinal"/>).
/// </remarks>
public static class EntityKeys
{
    public const int MostCharacters = 512;

    /// <exception cref="ArgumentException">A key is empty, too long, or holds a character no key may hold.</exception>
    public static void Check(string partitionKey, string rowKey)
    {
        Check(partitionKey, "partition key", nameof(partitionKey));
        Check(rowKey, "row key", nameof(rowKey));
    }

    /// <summary>A foreign id as part of a key: see <see cref="StoreKey"/>.</summary>
    public static string Escape(string id) => StoreKey.Of(id);

    private static void Check(string key, string what, string parameter)
    {
        if (key.Length is 0 or > MostCharacters)
        {
            throw new ArgumentException(
                $"A {what} has 1 to {MostCharacters} characters, this one has {key.Length}.", parameter);
        }

        for (var at = 0; at < key.Length; at++)
        {
            if (!MayHold(key[at]))
            {
                throw new ArgumentException(
                    $"A {what} cannot hold U+{(int)key[at]:X4} (character {at + 1} of {key.Length}): "
                    + $"pass ids through {nameof(StoreKey)}.{nameof(StoreKey.Of)}.",
                    parameter);
            }
        }
    }

    /// <summary>Whether a key may hold the character.</summary>
    public static bool MayHold(char character) =>
        character is not ('/' or '\\' or '#' or '?' or '%' or '\ufffe' or '\uffff')
        && !char.IsControl(character)
        && !char.IsSurrogate(character);
}
