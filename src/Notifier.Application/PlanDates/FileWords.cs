using System.Text.Json;
using Notifier.Law;

namespace Notifier.Application.PlanDates;

/// <summary>The words for kinds in files: the name in camel case, but <c>504</c> for <see cref="PlanKind.Section504"/>.</summary>
public static class FileWords
{
    /// <summary>Every word of a kind, in the order in which its members are declared.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => WordsOf<T>.Words;

    public static string Of<T>(T value)
        where T : struct, Enum => WordsOf<T>.ByValue[value];

    /// <summary>Exactly as <see cref="Of"/> writes it; capitals count.</summary>
    public static bool TryParse<T>(string word, out T value)
        where T : struct, Enum => WordsOf<T>.ByWord.TryGetValue(word, out value);

    private static class WordsOf<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(value => value, WordFor);

        public static readonly Dictionary<string, T> ByWord = ByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        public static readonly string[] Words = [.. Enum.GetValues<T>().Select(value => ByValue[value])];

        private static string WordFor(T value) =>
            value is PlanKind.Section504 ? "504" : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
    }
}
