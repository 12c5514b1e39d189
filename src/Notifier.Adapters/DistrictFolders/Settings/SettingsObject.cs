using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Notifier.Adapters.DistrictFolders.Settings;

/// <summary>One object of <c>district.json</c>: whoever reads a setting makes its name known; all others are problems.</summary>
internal sealed class SettingsObject(JsonElement json, string path, FolderProblems problems)
{
    private readonly List<string> known = [];

    public bool Has(string name) => Find(name, out _);

    public string? Text(string name, bool required = false)
    {
        if (!Find(name, out var value))
        {
            if (required)
            {
                Bad(name, "", "the setting is missing", $"Add \"{name}\"");
            }

            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text)
        {
            return text;
        }

        Bad(name, value.GetRawText(), "it is not a text in quotes", $"Write \"{name}\": \"...\"");
        return null;
    }

    public int? Number(string name, int least, int most)
    {
        if (!Find(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Bad(name, value.GetRawText(), $"it is not a whole number from {least} to {most}", $"Write a number without quotes, for example \"{name}\": {least}");
        return null;
    }

    public bool? Flag(string name)
    {
        if (!Find(name, out var value))
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Bad(name, value.GetRawText(), "it is neither true nor false", $"Write \"{name}\": true or false, without quotes");
        return null;
    }

    /// <summary>A time of day as <c>"06:30"</c>, or an hour as <c>6</c>.</summary>
    public LocalTime? Time(string name, LocalTime from, LocalTime until)
    {
        if (!Find(name, out var value))
        {
            return null;
        }

        LocalTime? time = value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt32(out var hour) && hour is >= 0 and < 24 => new LocalTime(hour, 0),
            JsonValueKind.String when LocalTimePattern.CreateWithInvariantCulture("H:mm").Parse(value.GetString()!) is { Success: true } parsed => parsed.Value,
            _ => null,
        };
        if (time is null || time < from || time > until)
        {
            Bad(name, value.GetRawText(), $"it is not a time of day from {from:HH:mm} to {until:HH:mm}", $"Write it as \"{name}\": \"{from:HH:mm}\"");
            return null;
        }

        return time;
    }

    /// <summary>A day of every year, as <c>"09-01"</c>.</summary>
    public AnnualDate? DayOfYear(string name)
    {
        if (!Find(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && AnnualDatePattern.Iso.Parse(value.GetString()!) is { Success: true } parsed)
        {
            return parsed.Value;
        }

        Bad(name, value.GetRawText(), "it is not a day of the year", $"Write month and day, for example \"{name}\": \"09-01\"");
        return null;
    }

    /// <summary>A word of a kind, written as its name (<c>SameDay</c>) or in camel case.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        var near = NearestWord.Of(text, Enum.GetNames<T>());
        Bad(name, text, "it is not known", near is null ? $"Write one of {string.Join(", ", Enum.GetNames<T>())}" : $"Write {near} if that is meant");
        return null;
    }

    /// <summary>Any value; null when the setting is not there.</summary>
    public JsonElement? Element(string name) => Find(name, out var value) ? value : null;

    public SettingsObject? Object(string name)
    {
        if (!Find(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new SettingsObject(value, PathOf(name), problems);
        }

        Bad(name, value.GetRawText(), "it is not an object", $"Write \"{name}\": {{ ... }}");
        return null;
    }

    public IEnumerable<JsonProperty> Properties() => json.EnumerateObject();

    /// <summary>Reports every setting that nobody asked for, and every one that stands there twice.</summary>
    public void ReportUnknown()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (!seen.Add(property.Name))
            {
                Bad(property.Name, property.Value.GetRawText(), "the setting stands there twice", "Remove one of them");
            }
            else if (!known.Contains(property.Name))
            {
                var near = NearestWord.Of(property.Name, known);
                Bad(property.Name, property.Value.GetRawText(), "the setting is not known", near is null
                    ? $"Remove it; the settings here are {string.Join(", ", known)}"
                    : $"Write {near} if that is meant");
            }
        }
    }

    public void Bad(string name, string value, string what, string remedy) =>
        problems.Fatal(FolderFiles.Settings, 0, PathOf(name), value, what, remedy);

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private bool Find(string name, out JsonElement value)
    {
        if (!known.Contains(name))
        {
            known.Add(name);
        }

        return json.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
    }
}
