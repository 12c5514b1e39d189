using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime.Text;

namespace Notifier.Evidence;

/// <summary>
/// The hash chain over the evidence of one student: each entry's hash covers its content, its place and the hash before
/// it, so that nothing can be changed, left out or put in between unnoticed.
/// </summary>
public static class EvidenceChain
{
    /// <summary>The hash before the first entry.</summary>
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <param name="previousHash">The hash of the entry before, or <see cref="Start"/>.</param>
    /// <param name="sequence">1 for the first entry.</param>
    /// <param name="entry">What happened.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public static string Hash(string previousHash, int sequence, EvidenceEntry entry)
    {
        string[] parts =
        [
            previousHash, sequence.ToString(CultureInfo.InvariantCulture), entry.Kind.ToString(),
            InstantPattern.ExtendedIso.Format(entry.At), entry.StudentId, entry.PlanId, entry.NoticeId, entry.AttemptId,
            entry.Detail,
        ];
        var text = new StringBuilder(256);
        foreach (var part in parts)
        {
            // The length in front keeps "ab" + "c" and "a" + "bc" apart.
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
