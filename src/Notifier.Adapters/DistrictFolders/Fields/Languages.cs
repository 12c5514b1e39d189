using System.Globalization;

namespace Notifier.Adapters.DistrictFolders.Fields;

/// <summary>Two-letter codes of languages, and the codes of languages called by their names.</summary>
internal static class Languages
{
    private static readonly Dictionary<string, string> CodeOfName = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Where(culture => culture.TwoLetterISOLanguageName.Length == 2 && !culture.Name.Contains('-', StringComparison.Ordinal))
        .GroupBy(culture => culture.EnglishName, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First().TwoLetterISOLanguageName, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Codes = [.. CodeOfName.Values];

    /// <param name="text">As written; the code is taken in small letters.</param>
    /// <param name="code">Two letters.</param>
    public static FieldFault? Parse(string text, out string code)
    {
        code = text.ToLowerInvariant();
        if (Codes.Contains(code))
        {
            return null;
        }

        code = "";
        var near = CodeOfName.TryGetValue(text, out var known) ? text : NearestWord.Of(text, CodeOfName.Keys);
        known ??= near is null ? null : CodeOfName[near];
        return new FieldFault("it is not the two-letter code of a language", known is null
            ? "Write a code such as en or es"
            : $"Write {known} for {near}");
    }
}
