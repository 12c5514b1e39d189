using System.Security.Cryptography;
using System.Text;

namespace Notifier.Application.Storage;

/// <summary>Ids and shards derived from natural keys: the same parts always give the same answer, on every machine.</summary>
public static class StableId
{
    /// <summary>32 hexadecimal digits that stand for the parts.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder(128);
        foreach (var part in parts)
        {
            // The length in front keeps "a|b" + "c" and "a" + "b|c" apart.
            text.Append(part.Length).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }

    /// <summary>0 to <paramref name="shards"/> - 1: which share of the work a student belongs to.</summary>
    public static int Shard(string studentId, int shards)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shards, 1);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(studentId));
        return (int)(BitConverter.ToUInt32(hash, 0) % (uint)shards);
    }
}
