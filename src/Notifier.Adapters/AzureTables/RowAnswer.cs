using System.Text.Json.Serialization.Metadata;
using Azure;
using Notifier.Adapters.AzureRest;
using Notifier.Application.Storage;

namespace Notifier.Adapters.AzureTables;

/// <summary>The answer to a question for one row.</summary>
internal static class RowAnswer
{
    /// <returns>Null when there is no such row, or no such table yet.</returns>
    public static async ValueTask<T?> ReadAsync<T>(
        Response answer, JsonTypeInfo<T> type, string place, CancellationToken cancellationToken)
        where T : Entity
    {
        if (answer.Status != 200)
        {
            var error = await TableError.ReadAsync(answer, cancellationToken);
            return error is { Status: 404, IsNoSuchTable: true } or { Status: 404, IsUnmetCondition: true }
                ? null
                : throw error.Explain(place);
        }

        answer.Headers.TryGetValue("ETag", out var eTag);
        using var body = await AnswerBody.ReadAsync(answer, cancellationToken);
        return RowJson.Read(body.Span, eTag, type);
    }
}
