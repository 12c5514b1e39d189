using System.Text.Json;
using System.Text.RegularExpressions;

namespace Notifier.Domain.Tests.Law;

/// <summary>
/// Checks a document against the part of JSON Schema 2020-12 that <c>state-law.schema.json</c> uses. A keyword it does
/// not know is an error: it must never pass a document by not understanding the schema.
/// </summary>
internal sealed class JsonSchema(JsonElement root)
{
    /// <summary>Every violation with its place; empty: the document is valid.</summary>
    public IReadOnlyList<string> Problems(JsonElement document) => [.. Check(document, root, "$")];

    private IEnumerable<string> Check(JsonElement value, JsonElement schema, string place) => schema.ValueKind switch
    {
        JsonValueKind.True => [],
        JsonValueKind.False => [$"{place}: nothing is allowed here"],
        _ => schema.EnumerateObject().SelectMany(rule => Apply(rule, value, schema, place)),
    };

    private IEnumerable<string> Apply(JsonProperty rule, JsonElement value, JsonElement schema, string place) => rule.Name switch
    {
        "$schema" or "$id" or "$defs" or "title" or "description" => [],
        "$ref" => Check(value, Definition(rule.Value.GetString()!), place),
        "type" => Unless(Types(value).Contains(rule.Value.GetString()), $"{place}: {rule.Value} is needed"),
        "enum" => Unless(rule.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), $"{place}: {value} is not one of the known words"),
        "pattern" => Unless(!IsText(value) || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!), $"{place}: '{value}' has another form"),
        "minLength" => Unless(!IsText(value) || value.GetString()!.Length >= rule.Value.GetInt32(), $"{place}: too short"),
        "minimum" => Unless(!IsNumber(value) || value.GetDecimal() >= rule.Value.GetDecimal(), $"{place}: less than {rule.Value}"),
        "maximum" => Unless(!IsNumber(value) || value.GetDecimal() <= rule.Value.GetDecimal(), $"{place}: more than {rule.Value}"),
        "minItems" => Unless(!IsList(value) || value.GetArrayLength() >= rule.Value.GetInt32(), $"{place}: too few entries"),
        "minProperties" => Unless(!IsObject(value) || value.EnumerateObject().Count() >= rule.Value.GetInt32(), $"{place}: too few properties"),
        "required" => rule.Value.EnumerateArray()
            .Where(name => IsObject(value) && !value.TryGetProperty(name.GetString()!, out _))
            .Select(name => $"{place}: '{name}' is missing"),
        "items" => IsList(value)
            ? value.EnumerateArray().SelectMany((item, index) => Check(item, rule.Value, $"{place}[{index}]"))
            : [],
        "properties" => Members(value).SelectMany(member => rule.Value.TryGetProperty(member.Name, out var one)
            ? Check(member.Value, one, $"{place}.{member.Name}")
            : []),
        "additionalProperties" => Members(value)
            .Where(member => !schema.TryGetProperty("properties", out var named) || !named.TryGetProperty(member.Name, out _))
            .SelectMany(member => Check(member.Value, rule.Value, $"{place}.{member.Name}")),
        "propertyNames" => Members(value).SelectMany(
            member => Check(JsonSerializer.SerializeToElement(member.Name), rule.Value, $"{place}.{member.Name}")),
        "anyOf" => AnyOf(value, rule.Value, place),
        _ => throw new NotSupportedException($"The schema's keyword '{rule.Name}' is not known to this checker: teach it first."),
    };

    private string[] AnyOf(JsonElement value, JsonElement shapes, string place)
    {
        // Every shape is tried in full, so that an unknown keyword in any of them is found.
        var tries = shapes.EnumerateArray().Select(shape => Check(value, shape, place).ToArray()).ToArray();
        return Unless(tries.Any(problems => problems.Length == 0), $"{place}: none of the known shapes");
    }

    private JsonElement Definition(string pointer) => pointer.StartsWith("#/$defs/", StringComparison.Ordinal)
        ? root.GetProperty("$defs").GetProperty(pointer["#/$defs/".Length..])
        : throw new NotSupportedException($"'{pointer}': only #/$defs/ is known.");

    private static string[] Types(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => ["object"],
        JsonValueKind.Array => ["array"],
        JsonValueKind.String => ["string"],
        JsonValueKind.True or JsonValueKind.False => ["boolean"],
        JsonValueKind.Number => value.TryGetInt64(out _) ? ["integer", "number"] : ["number"],
        _ => ["null"],
    };

    private static JsonProperty[] Members(JsonElement value) => IsObject(value) ? [.. value.EnumerateObject()] : [];

    private static string[] Unless(bool holds, string problem) => holds ? [] : [problem];

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number;

    private static bool IsList(JsonElement value) => value.ValueKind == JsonValueKind.Array;

    private static bool IsObject(JsonElement value) => value.ValueKind == JsonValueKind.Object;
}
