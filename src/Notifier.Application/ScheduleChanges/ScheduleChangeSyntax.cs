using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Notifier.Application.ScheduleChanges;

/// <summary>The JSON of a schedule change, and in words for its author where it breaks off.</summary>
internal static class ScheduleChangeSyntax
{
    private const string Object = "Write one change a file, in braces, as docs/schedule-changes.md shows";

    /// <exception cref="ScheduleChangeException">It is not one JSON object.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            throw Wrong("it is not saved as UTF-8, so letters such as ñ cannot be read", "Save it again as UTF-8 (Notepad: Save as, Encoding)");
        }

        if (string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(body.Span)))
        {
            throw Wrong("it is empty", Object);
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            var place = ScheduleChangePlaces.Of(body).Whole;
            throw Wrong(
                $"it cannot be read from line {place.Line}, column {place.Column}, on",
                "Look there, and just before it, for a comma that is missing or one too many, a missing quotation mark or a missing brace");
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return document;
        }

        document.Dispose();
        throw Wrong("it is not one JSON object", Object);
    }

    private static ScheduleChangeException Wrong(string what, string remedy) => new([new("file", what, remedy)]);
}
