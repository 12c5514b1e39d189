using System.Text;

namespace Notifier.Testing.Providers;

/// <summary>A request as a fake provider sees it, over a real connection or none.</summary>
public sealed record FakeRequest(string Method, string Path, string Query, Func<string, string?> Header, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The fields of a query or a form body.</summary>
    public static Dictionary<string, string> Fields(string text) =>
        text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(
                pair => Uri.UnescapeDataString(pair[0].Replace('+', ' ')),
                pair => pair.Length > 1 ? Uri.UnescapeDataString(pair[1].Replace('+', ' ')) : "",
                StringComparer.Ordinal);
}
