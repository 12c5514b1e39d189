using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Notifier.Testing;

/// <summary>One row of a case table.</summary>
public sealed record CaseRow(string File, int Line, IReadOnlyDictionary<string, string> Fields)
{
    private static readonly LocalDatePattern Pattern =
        LocalDatePattern.Create("ddd uuuu-MM-dd", CultureInfo.InvariantCulture);

    public string this[string column] =>
        Fields.TryGetValue(column, out var value) ? value.Trim() : throw Wrong($"there is no column '{column}'");

    /// <summary>A date with its weekday (<c>Mon 2025-10-27</c>): a wrong weekday is an error in the table.</summary>
    public LocalDate Date(string text)
    {
        var parsed = Pattern.Parse(text.Trim());
        return parsed.Success ? parsed.Value : throw Wrong($"'{text}' is no date with its right weekday", parsed.Exception);
    }

    public FormatException Wrong(string problem, Exception? inner = null) => new($"{File}, row {Line}: {problem}.", inner);

    public override string ToString() => $"{File}:{Line} {Fields.Values.FirstOrDefault()}";
}
