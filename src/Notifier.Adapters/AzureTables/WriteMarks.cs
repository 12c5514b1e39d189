using System.Globalization;
using System.Security.Cryptography;

namespace Notifier.Adapters.AzureTables;

/// <summary>
/// Every write leaves a mark of its own in the row, beside those of the writes before it. When the answer of a write
/// was lost and its repetition is refused, the marks tell whether the first attempt was carried out: two writers that
/// claim a row with the same content cannot be told apart by content.
/// </summary>
internal sealed class WriteMarks
{
    /// <summary>The property they stand in, the newest first.</summary>
    public const string Property = "LastWrites";

    // A mark is forgotten only when so many others replaced the row while one waits to repeat its write.
    private const int Kept = 8;

    private const char Between = ' ';

    private readonly string process =
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(6)).Replace('+', '-').Replace('/', '_');

    private long last;

    public string Next() => process + Interlocked.Increment(ref last).ToString("x", CultureInfo.InvariantCulture);

    public static string Of(string mark, string? before)
    {
        if (string.IsNullOrEmpty(before))
        {
            return mark;
        }

        var end = -1;
        for (var count = 1; count < Kept; count++)
        {
            end = before.IndexOf(Between, end + 1);
            if (end < 0)
            {
                return $"{mark}{Between}{before}";
            }
        }

        return $"{mark}{Between}{before.AsSpan(0, end)}";
    }

    public static bool Hold(string? marks, string mark) =>
        marks is not null && marks.Split(Between).Contains(mark, StringComparer.Ordinal);
}
