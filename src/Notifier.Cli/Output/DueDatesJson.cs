using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.DueDates;

namespace Notifier.Cli.Output;

/// <summary>Writes what programs read: arrays with one entry a line, so that a difference shows the entry.</summary>
public static class DueDatesJson
{
    private static readonly OutputJson Json = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // The output is read by programs and people, never put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter<ProblemSeverity>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<ProblemKind>(JsonNamingPolicy.CamelCase),
        },
    });

    public static void Write(TextWriter output, IEnumerable<ExplainedDueDate> dueDates) =>
        WriteLines(output, dueDates.Select(due => JsonSerializer.Serialize(DueDateEntry.Of(due), Json.DueDateEntry)));

    public static void Write(TextWriter output, IEnumerable<ImportProblem> problems) =>
        WriteLines(output, problems.Select(problem => JsonSerializer.Serialize(problem, Json.ImportProblem)));

    public static void Write(TextWriter output, IEnumerable<ProblemRow> open) =>
        WriteLines(output, open.Select(problem => JsonSerializer.Serialize(OpenProblemEntry.Of(problem), Json.OpenProblemEntry)));

    private static void WriteLines(TextWriter output, IEnumerable<string> entries)
    {
        output.Write('[');
        var separator = "\n";
        foreach (var entry in entries)
        {
            output.Write(separator);
            output.Write(entry);
            separator = ",\n";
        }

        output.WriteLine("\n]");
    }
}

[JsonSerializable(typeof(DueDateEntry))]
[JsonSerializable(typeof(ImportProblem))]
[JsonSerializable(typeof(OpenProblemEntry))]
internal sealed partial class OutputJson : JsonSerializerContext;
