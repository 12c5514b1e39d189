using System.Text.Json.Nodes;

namespace Notifier.Domain.Tests.Law;

/// <summary>Every number and every yes or no of a law file, and the file with one of them changed.</summary>
internal static class LawNumbers
{
    /// <summary>Where they stand: <c>$.obligations['initial-evaluation'][0].count.calendarDays</c>.</summary>
    public static IReadOnlyList<string> Places(string text) =>
        [.. Values(JsonNode.Parse(text)!).Select(value => value.GetPath())];

    /// <summary>A number so much higher or lower, or a yes turned into a no.</summary>
    public static string Changed(string text, string place, int by)
    {
        var root = JsonNode.Parse(text)!;
        var value = Values(root).Single(value => value.GetPath() == place);
        value.ReplaceWith(value.TryGetValue<int>(out var number)
            ? JsonValue.Create(number + by)
            : JsonValue.Create(!value.GetValue<bool>()));
        return root.ToJsonString();
    }

    private static IEnumerable<JsonValue> Values(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Values(member.Value)),
        JsonArray items => items.SelectMany(Values),
        JsonValue value when value.GetValueKind() is not System.Text.Json.JsonValueKind.String => [value],
        _ => [],
    };
}
