using System.Text.Json;

namespace Notifier.Law.Reading;

/// <summary>Reads one law file. Whatever the vocabulary does not know is an error that names its place.</summary>
public static class LawFileReader
{
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="json">Its whole text; comments and trailing commas are not allowed.</param>
    /// <exception cref="LawFileException">The text is not JSON, or not in the vocabulary.</exception>
    public static LawFile Read(string file, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return File(new JsonPlace(document.RootElement, file, "$"));
        }
        catch (JsonException broken)
        {
            throw new LawFileException(file, $"line {broken.LineNumber + 1}", $"this is not JSON: {broken.Message}", broken);
        }
    }

    private static LawFile File(JsonPlace root)
    {
        root.WithOnly(
            "$schema", "state", "name", "obligations", "reevaluationClock", "transitionAge", "majorityAge", "notModelled");
        var state = root["state"].Text();
        if (state.Length != 2 || !state.All(char.IsAsciiLetterUpper))
        {
            throw root["state"].Wrong("two capital letters are needed here.");
        }

        return new LawFile
        {
            State = state,
            Name = root["name"].Text(),
            Obligations = root["obligations"].Names().ToDictionary(
                id => new ObligationId(id), id => Versions(root["obligations"][id], VersionReader.Obligation)),
            ReevaluationClocks = Versions(root.Optional("reevaluationClock"), VersionReader.Clock),
            TransitionAges = Versions(root.Optional("transitionAge"), VersionReader.Transition),
            MajorityAges = Versions(root.Optional("majorityAge"), VersionReader.Majority),
            NotModelled = root.Optional("notModelled") is { } lines ? [.. lines.Items().Select(line => line.Text())] : [],
        };
    }

    /// <summary>Newest first, whatever the order in the file.</summary>
    private static IReadOnlyList<T> Versions<T>(JsonPlace? place, Func<JsonPlace, T> read) where T : LawVersion =>
        place is { } list ? [.. list.Items().Select(read).OrderByDescending(version => version.From)] : [];
}
