namespace Notifier.Adapters.DistrictFolders.Csv;

/// <summary>What no honest file reaches.</summary>
internal static class CsvLimits
{
    /// <summary>In characters.</summary>
    public const int LongestField = 64 * 1024;

    /// <summary>In bytes; the rest of a longer line is passed over without being kept.</summary>
    public const int LongestLine = 256 * 1024;
}
