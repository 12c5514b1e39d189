using System.Globalization;

namespace Notifier.Adapters.Sqlite;

/// <summary>A row's version as text and back.</summary>
internal static class ETags
{
    public static string From(long version) => version.ToString("x", CultureInfo.InvariantCulture);

    /// <returns>False for text that no store of this kind has given: no row has that version.</returns>
    public static bool TryParse(string? eTag, out long version) =>
        long.TryParse(eTag, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out version);
}
