namespace Notifier.Testing.Flow.Stories;

/// <summary>Every story of this folder, by name: a new one is played in every home without being listed anywhere.</summary>
public static class AllStories
{
    private static readonly Dictionary<string, Type> Types = typeof(IStory).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IStory)) && type is { IsClass: true, IsAbstract: false })
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names { get; } = Types.Keys.Order(StringComparer.Ordinal);

    public static IStory Named(string name) => (IStory)Activator.CreateInstance(Types[name])!;
}
