namespace Notifier.Domain.Tests.Law;

/// <summary>The law files as they stand in the source tree.</summary>
internal static class LawTexts
{
    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "LawFiles");

    public static string Federal { get; } = Read("federal.json");

    public static string Schema { get; } = Read("States/state-law.schema.json");

    /// <summary>Two small letters each, in order.</summary>
    public static IReadOnlyList<string> States { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Folder, "States"), "??.json")
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal),
    ];

    public static string Of(string state) => Read($"States/{state.ToLowerInvariant()}.json");

    public static string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));
}
