using System.Text.Json;
using NodaTime.Text;

namespace Notifier.Law.Reading;

/// <summary>A value inside a law file that knows where it stands, so that every complaint can name the place.</summary>
internal readonly record struct JsonPlace(JsonElement Value, string File, string Path)
{
    public bool IsText => Value.ValueKind == JsonValueKind.String;

    public LawFileException Wrong(string message, Exception? inner = null) => new(File, Path, message, inner);

    /// <summary>Refuses any other property and any property written twice.</summary>
    public JsonPlace WithOnly(params ReadOnlySpan<string> allowed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in Names())
        {
            if (!allowed.Contains(name))
            {
                throw Wrong($"'{name}' is not known here. Allowed: {string.Join(", ", allowed.ToArray())}.");
            }

            if (!seen.Add(name))
            {
                throw Wrong($"'{name}' is written twice.");
            }
        }

        return this;
    }

    public IEnumerable<string> Names() => Value.ValueKind == JsonValueKind.Object
        ? Value.EnumerateObject().Select(property => property.Name)
        : throw Wrong("an object in braces is needed here.");

    public bool Has(string name) => Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(name, out _);

    public JsonPlace this[string name] => Optional(name) ?? throw Wrong($"'{name}' is missing.");

    public JsonPlace? Optional(string name) =>
        Has(name) ? new JsonPlace(Value.GetProperty(name), File, $"{Path}.{name}") : null;

    public IReadOnlyList<JsonPlace> Items()
    {
        if (Value.ValueKind != JsonValueKind.Array || Value.GetArrayLength() == 0)
        {
            throw Wrong("a list in brackets with at least one entry is needed here.");
        }

        var (file, path) = (File, Path);
        return [.. Value.EnumerateArray().Select((item, index) => new JsonPlace(item, file, $"{path}[{index}]"))];
    }

    public string Text() => IsText && Value.GetString() is { Length: > 0 } text
        ? text
        : throw Wrong("a text that is not empty is needed here.");

    public int Number(int least = 1) =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out var number) && number >= least
            ? number
            : throw Wrong($"a whole number, {least} or more, is needed here.");

    public bool YesOrNo() => Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong("true or false is needed here."),
    };

    public NodaTime.LocalDate Date() => LocalDatePattern.Iso.Parse(Text()) is { Success: true } parsed
        ? parsed.Value
        : throw Wrong($"'{Text()}' is not a date; write it as 2024-07-30.");

    /// <summary>A member of an enumeration, written in camel case.</summary>
    public T Word<T>() where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (LawWords.Of(value) == Text())
            {
                return value;
            }
        }

        throw Wrong($"'{Text()}' is not known. Write one of: {string.Join(", ", Enum.GetValues<T>().Select(LawWords.Of))}.");
    }
}
