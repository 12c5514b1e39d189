using System.Text;
using System.Text.Json;
using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>Where in the text of a schedule change each field stands, so that a problem can name its line and column.</summary>
public sealed class ScheduleChangePlaces
{
    // Of a field inside summary: summary, the field.
    private const int DeepestField = 2;

    private readonly Dictionary<string, TextPlace> places = new(StringComparer.Ordinal);
    private readonly byte[] text;
    private TextPlace whole = new(1, 1);

    private ScheduleChangePlaces(byte[] text) => this.text = text;

    /// <summary>Of any bytes, JSON or not: what cannot be read any further ends the list, and is itself the place.</summary>
    public static ScheduleChangePlaces Of(ReadOnlyMemory<byte> body)
    {
        var places = new ScheduleChangePlaces(body.ToArray());
        try
        {
            places.Read();
        }
        catch (JsonException broken)
        {
            places.whole = places.At(broken.LineNumber ?? 0, broken.BytePositionInLine ?? 0);
        }

        return places;
    }

    /// <summary>Where reading broke off; the beginning of what can be read.</summary>
    public TextPlace Whole => whole;

    /// <summary>Where the author must look; a field that is missing is looked for at the beginning.</summary>
    public TextPlace Of(ScheduleChangeProblem problem) => places.GetValueOrDefault(problem.Field) ?? whole;

    private void Read()
    {
        var reader = new Utf8JsonReader(text);
        var outer = "";
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth <= DeepestField)
            {
                var name = reader.GetString()!;
                outer = reader.CurrentDepth == 1 ? name : outer;
                // Of one that stands there twice the second place: the first may be right.
                places[reader.CurrentDepth == 1 ? name : $"{outer}.{name}"] = At(reader.TokenStartIndex);
            }
        }
    }

    private TextPlace At(long index)
    {
        var before = text.AsSpan(0, (int)index);
        return At(before.Count((byte)'\n'), index - (before.LastIndexOf((byte)'\n') + 1));
    }

    // Columns are characters, as editors count them; JSON's reader counts bytes.
    private TextPlace At(long line, long bytes)
    {
        var start = 0;
        for (var passed = 0L; passed < line && text.AsSpan(start).IndexOf((byte)'\n') is >= 0 and var length; passed++)
        {
            start += length + 1;
        }

        return new((int)line + 1, Encoding.UTF8.GetCharCount(text, start, (int)Math.Min(bytes, text.Length - start)) + 1);
    }
}
