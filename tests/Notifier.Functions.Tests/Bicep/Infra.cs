using System.Text.Json;
using Notifier.Testing;

namespace Notifier.Functions.Tests.Bicep;

/// <summary>The files that azd deploys, as they stand in the repository.</summary>
public static class Infra
{
    public static string Root => Repository.Root;

    public static BicepFile Main { get; } = BicepFile.Read(Path.Combine(Root, "infra", "main.bicep"));

    public static IReadOnlyList<BicepFile> Modules { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "infra", "modules"), "*.bicep").Order(StringComparer.Ordinal).Select(BicepFile.Read)];

    public static IReadOnlyList<BicepFile> All { get; } = [Main, .. Modules];

    /// <summary>The app's settings with what is written for them.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = ReadSettings();

    public static BicepFile Module(string name) =>
        Modules.Single(file => Path.GetFileNameWithoutExtension(file.Path) == name);

    public static JsonElement Json(params string[] path) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine([Root, .. path]))).RootElement;

    private static Dictionary<string, string> ReadSettings()
    {
        var functions = Module("functions");
        return functions.Named("settings").References
            .Where(token => token.Value.EndsWith("Settings", StringComparison.Ordinal))
            .SelectMany(token => functions.Named(token.Value).Properties)
            .ToDictionary(property => property.Key, property => property.Value, StringComparer.Ordinal);
    }
}
