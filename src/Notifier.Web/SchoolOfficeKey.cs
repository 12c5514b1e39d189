using System.Security.Cryptography;
using System.Text;

namespace Notifier.Web;

/// <summary>What the school office's program shows to be let in. Never written anywhere.</summary>
public sealed class SchoolOfficeKey
{
    /// <summary>Characters; shorter ones can be guessed.</summary>
    public const int Shortest = 32;

    private readonly byte[][] hashes;

    /// <param name="keys">Each at least <see cref="Shortest"/> long; two while one takes the other's place.</param>
    /// <exception cref="ArgumentException">One is too short.</exception>
    public SchoolOfficeKey(params IReadOnlyList<string> keys)
    {
        if (keys.Any(key => key.Length < Shortest))
        {
            throw new ArgumentException($"A key has fewer than {Shortest} characters.", nameof(keys));
        }

        hashes = [.. keys.Select(HashOf)];
    }

    /// <summary>Takes the same time whatever is shown: neither a key's length nor its beginning can be felt out.</summary>
    public bool Opens(string? shown)
    {
        var hash = HashOf(shown ?? "");
        var opens = false;
        foreach (var known in hashes)
        {
            opens |= CryptographicOperations.FixedTimeEquals(known, hash);
        }

        return opens;
    }

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
