using System.Text.Json;
using NodaTime.Text;
using Notifier.Application.PlanDates;
using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>The fields of a schedule change in JSON; what is wrong with them is collected, not thrown.</summary>
internal sealed class ScheduleChangeFields
{
    private readonly Dictionary<string, JsonElement> left = new(StringComparer.Ordinal);
    private readonly List<ScheduleChangeProblem> problems = [];

    public ScheduleChangeFields(JsonElement root)
    {
        foreach (var property in root.EnumerateObject())
        {
            if (!left.TryAdd(property.Name, property.Value))
            {
                problems.Add(new(property.Name, "it stands there twice", "Leave one of the two out"));
            }
        }
    }

    public IReadOnlyList<ScheduleChangeProblem> Problems => problems;

    public bool Has(string name) => left.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public string Text(string name)
    {
        if (Take(name) is not { } value)
        {
            problems.Add(new(name, "it is missing", "Add it"));
            return "";
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString()! : Bad(name, value, "Write it as text in double quotes", "");
    }

    public int Number(string name)
    {
        if (Take(name) is not { } value)
        {
            problems.Add(new(name, "it is missing", "Begin with 1 and add 1 with each correction"));
            return 0;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : Bad(name, value, "Write a whole number without quotes", 0);
    }

    public bool Flag(string name) => Take(name) switch
    {
        null or { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.True } => true,
        { } value => Bad(name, value, "Write true or false without quotes", false),
    };

    public IReadOnlyList<string> List(string name)
    {
        if (Take(name) is not { } value)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(one => one.GetString()!)]
            : Bad<IReadOnlyList<string>>(name, value, "Write a list of texts, for example [\"04\"]", []);
    }

    public IReadOnlyDictionary<string, string> Texts(string name)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Take(name) is not { } value)
        {
            return texts;
        }

        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Any(one => one.Value.ValueKind != JsonValueKind.String))
        {
            return Bad(name, value, "Write one text for each language, for example { \"en\": \"Tests all morning.\" }", texts);
        }

        foreach (var one in value.EnumerateObject())
        {
            texts[one.Name] = one.Value.GetString()!.Trim();
        }

        return texts;
    }

    public T Parsed<T>(string name, IPattern<T> pattern, string remedy, T otherwise)
    {
        if (Text(name) is not { Length: > 0 } text)
        {
            return otherwise;
        }

        var parsed = pattern.Parse(text);
        if (!parsed.Success)
        {
            problems.Add(new(name, $"'{text}' cannot be read", remedy));
        }

        return parsed.Success ? parsed.Value : otherwise;
    }

    public ScheduleChangeKind Kind(string name)
    {
        var text = Text(name);
        if (!FileWords.TryParse<ScheduleChangeKind>(text, out var kind) && text.Length > 0)
        {
            problems.Add(new(name, $"'{text}' is no kind of change", $"Write one of {string.Join(", ", FileWords.All<ScheduleChangeKind>())}"));
        }

        return kind;
    }

    public void ReportUnknown()
    {
        foreach (var name in left.Keys.Order(StringComparer.Ordinal))
        {
            problems.Add(new(name, "a change has no such field", "Correct its name or leave it out"));
        }
    }

    private JsonElement? Take(string name) =>
        left.Remove(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private T Bad<T>(string name, JsonElement value, string remedy, T otherwise)
    {
        var text = value.GetRawText();
        problems.Add(new(name, $"{(text.Length > 40 ? text[..40] + "..." : text)} cannot be read", remedy));
        return otherwise;
    }
}
