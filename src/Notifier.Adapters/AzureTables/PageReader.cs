using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Notifier.Adapters.AzureRest;
using Notifier.Application.Storage;

namespace Notifier.Adapters.AzureTables;

/// <summary>
/// Reads the rows of a query's answer as they arrive, each from its own bytes. The page is handed on when it is
/// whole, so that a broken one is asked for again and no row comes twice, and no slow reader keeps the connection.
/// </summary>
internal sealed class PageReader<T>(JsonTypeInfo<T> type)
    where T : Entity
{
    private const int ReadAtOnce = 16 * 1024;

    private readonly List<T> rows = [];
    private JsonReaderState state;
    private bool inRows;
    private bool ended;

    /// <exception cref="UnfinishedAnswerException">The answer breaks off.</exception>
    public async ValueTask<List<T>> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var arrived = new PooledBuffer();
        try
        {
            while (!ended)
            {
                var read = await stream.ReadAsync(arrived.GetMemory(ReadAtOnce), cancellationToken);
                arrived.Advance(read);
                arrived.Drop(Parse(arrived.Span, isLast: read == 0));
                if (read == 0 && !ended)
                {
                    throw new UnfinishedAnswerException("The page breaks off.");
                }
            }

            arrived.Dispose();
            return rows;
        }
        catch
        {
            // A read that was given up may still write into the memory.
            arrived.KeepFromPool();
            throw;
        }
    }

    /// <returns>How many bytes are dealt with.</returns>
    private int Parse(ReadOnlySpan<byte> json, bool isLast)
    {
        var reader = new Utf8JsonReader(json, isLast, state);
        while (!ended)
        {
            // A row that is not whole yet is begun again when more has arrived.
            var before = reader;
            if (!Step(ref reader, json))
            {
                reader = before;
                break;
            }
        }

        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    private bool Step(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        try
        {
            if (!reader.Read())
            {
                return false;
            }

            if (!inRows)
            {
                // "value" is the only list in the answer.
                inRows = reader.TokenType == JsonTokenType.StartArray;
                ended = reader.TokenType == JsonTokenType.EndObject;
                return true;
            }

            ended = reader.TokenType == JsonTokenType.EndArray;
            if (ended)
            {
                return true;
            }

            var start = (int)reader.TokenStartIndex;
            if (!reader.TrySkip())
            {
                return false;
            }

            json = json[start..(int)reader.BytesConsumed];
        }
        catch (JsonException broken)
        {
            throw new UnfinishedAnswerException("The page breaks off.", broken);
        }

        rows.Add(RowJson.Read(json, eTag: null, type));
        return true;
    }
}
