namespace Notifier.Adapters.AzureTables;

/// <summary>
/// A row's version as callers keep it: the service's ETag and, behind a space, the marks of the writes up to it,
/// which a replacement carries on.
/// </summary>
internal static class RowVersion
{
    public static string Of(string eTag, string? marks) => marks is null ? eTag : $"{eTag} {marks}";

    public static string ETag(string version) =>
        version.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var at ? version[..at] : version;

    public static string? Marks(string version) =>
        version.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var at ? version[(at + 1)..] : null;
}
