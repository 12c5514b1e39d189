using System.Reflection;
using Notifier.Law.Reading;

namespace Notifier.Law;

/// <summary>The law files embedded in this assembly.</summary>
internal static class LawResources
{
    private const string Prefix = "Notifier.Law.";

    public static IReadOnlyList<string> States { get; } =
    [
        .. typeof(LawResources).Assembly.GetManifestResourceNames()
            .Where(name => name.Length == Prefix.Length + "xx.json".Length && name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name.Substring(Prefix.Length, 2).ToUpperInvariant())
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The file, or null when there is none of that name.</summary>
    public static LawFile? Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return LawFileReader.Read(name, reader.ReadToEnd());
    }
}
