using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Notifier.Application.Storage;

/// <summary>What a row may hold, in every store: the narrowest of their limits.</summary>
public static class EntityJson
{
    public const int MostPropertyCharacters = 32_000;

    /// <summary>Table Storage counts two bytes a character up to 1 MiB.</summary>
    public const int MostBytes = 500_000;

    /// <summary>Table Storage takes 252; the store keeps one for itself.</summary>
    public const int MostProperties = 251;

    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    /// <summary>The row as it is kept: a property that is null is the same as one that is absent.</summary>
    /// <exception cref="ArgumentException">A property is too long or of a type that not every store keeps alike.</exception>
    public static byte[] Checked(ReadOnlyMemory<byte> json) =>
        Check(json.Span) ? WithoutNulls(json) : Whole(json) ?? json.ToArray();

    // Mostly it is a whole array that nobody else writes to: no copy is needed.
    private static byte[]? Whole(ReadOnlyMemory<byte> json) =>
        MemoryMarshal.TryGetArray(json, out var part) && part is { Offset: 0, Array: { } whole } && part.Count == whole.Length
            ? whole
            : null;

    /// <returns>Whether some property is null, for a store that must leave it out itself.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Checked"/>.</exception>
    public static bool Check(ReadOnlySpan<byte> json)
    {
        if (json.Length > MostBytes)
        {
            throw new ArgumentException($"A row is at most {MostBytes:N0} bytes of JSON, this one is {json.Length:N0}.");
        }

        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new ArgumentException("A row is a JSON object.");
        }

        var hasNulls = false;
        var count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (++count > MostProperties + 2)
            {
                throw new ArgumentException($"A row has at most {MostProperties} properties besides its keys.");
            }

            var name = reader.ValueSpan;
            CheckName(name);
            reader.Read();
            hasNulls |= reader.TokenType == JsonTokenType.Null;
            CheckValue(reader, name);
        }

        return hasNulls;
    }

    private static void CheckName(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty
            || !char.IsAsciiLetter((char)name[0])
            || name.ContainsAnyExcept(NameBytes)
            || name.SequenceEqual("Timestamp"u8)
            || name.SequenceEqual("LastWrites"u8))
        {
            throw new ArgumentException(
                $"A property cannot be called '{Text(name)}': use ASCII letters, digits and underscores, a letter first; "
                + "Timestamp and LastWrites are the store's own.");
        }
    }

    private static void CheckValue(Utf8JsonReader value, ReadOnlySpan<byte> name)
    {
        switch (value.TokenType)
        {
            case JsonTokenType.Null or JsonTokenType.True or JsonTokenType.False:
                return;
            case JsonTokenType.Number when value.TryGetInt32(out _):
                return;
            // A character takes at least one byte, so short ones need no decoding.
            case JsonTokenType.String when value.ValueSpan.Length <= MostPropertyCharacters:
                return;
            case JsonTokenType.String when value.GetString()!.Length <= MostPropertyCharacters:
                return;
            case JsonTokenType.String:
                throw new ArgumentException(
                    $"{Text(name)} is longer than {MostPropertyCharacters:N0} characters: split it over several rows.");
            default:
                throw new ArgumentException(
                    $"{Text(name)} is neither text, a boolean nor a 32-bit integer: keep it as text (dates and "
                    + "moments in ISO form, lists as JSON text).");
        }
    }

    private static byte[] WithoutNulls(ReadOnlyMemory<byte> json)
    {
        using var row = JsonDocument.Parse(json);
        using var kept = new MemoryStream(json.Length);
        using (var writer = new Utf8JsonWriter(kept))
        {
            writer.WriteStartObject();
            foreach (var property in row.RootElement.EnumerateObject())
            {
                if (property.Value.ValueKind != JsonValueKind.Null)
                {
                    property.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return kept.ToArray();
    }

    private static string Text(ReadOnlySpan<byte> utf8) => System.Text.Encoding.UTF8.GetString(utf8);
}
