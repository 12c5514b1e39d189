using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Notifier.Adapters.AzureRest;
using Notifier.Application.Json;
using Notifier.Application.Storage;

namespace Notifier.Adapters.AzureTables;

/// <summary>
/// Rows to and from their JSON. Texts, booleans and 32-bit integers need no annotation of their types.
/// </summary>
internal static class RowJson
{
    /// <summary>The row, with the marks of its writes in front.</summary>
    /// <returns>In pooled memory, for the caller to give back.</returns>
    /// <exception cref="ArgumentException">No store takes such a row.</exception>
    public static PooledBuffer Write<T>(T entity, JsonTypeInfo<T> type, string marks)
    {
        var body = new PooledBuffer();
        try
        {
            var start = AppendMarks(body, marks);
            using (var writer = new Utf8JsonWriter(body))
            {
                JsonSerializer.Serialize(writer, entity, type);
            }

            EntityJson.Check(body.Span[start..]);
            body.Overwrite(start, (byte)',');
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public static void Append(PooledBuffer body, ReadOnlySpan<byte> json, string marks)
    {
        EntityJson.Check(json);
        AppendMarks(body, marks);
        body.Append(","u8);
        body.Append(json[1..]);
    }

    /// <param name="json">One whole row.</param>
    /// <param name="eTag">From the answer's header; null: in the row.</param>
    /// <param name="type">Of the row.</param>
    /// <exception cref="UnfinishedAnswerException">It breaks off.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, string? eTag, JsonTypeInfo<T> type)
        where T : Entity
    {
        string? marks = null;
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("odata.etag"u8))
                {
                    reader.Read();
                    eTag = reader.GetString();
                }
                else if (reader.ValueTextEquals("LastWrites"u8))
                {
                    reader.Read();
                    marks = reader.GetString();
                }
                else
                {
                    reader.Skip();
                }
            }
        }
        catch (JsonException broken)
        {
            throw new UnfinishedAnswerException("The row breaks off.", broken);
        }

        var row = StoredValue.Read(json, type)
            ?? throw new UnfinishedAnswerException("There is no row in the answer.");
        return row with { ETag = RowVersion.Of(eTag ?? "", marks) };
    }

    /// <returns>Where the row is to begin; its opening brace then becomes a comma.</returns>
    private static int AppendMarks(PooledBuffer body, string marks)
    {
        body.Append("{\"LastWrites\":\""u8);
        body.Append(marks);
        body.Append("\""u8);
        return body.Length;
    }
}
