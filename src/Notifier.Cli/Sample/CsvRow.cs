namespace Notifier.Cli.Sample;

/// <summary>One row of a CSV file, quoted where RFC 4180 asks for it.</summary>
public static class CsvRow
{
    public static string Of(params IEnumerable<string?> fields) => string.Join(',', fields.Select(Field));

    private static string Field(string? text) =>
        text is null ? "" : text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
}
