using System.Text.Json.Serialization.Metadata;
using Azure;
using Notifier.Application.Storage;

namespace Notifier.Adapters.AzureTables;

/// <summary>One page of a query. It may be empty and yet not the last.</summary>
internal sealed record PageAnswer<T>(List<T> Rows, PageMark? Next);

/// <summary>Reads a page.</summary>
internal static class PageAnswer
{
    public static async ValueTask<PageAnswer<T>> ReadAsync<T>(
        Response answer, JsonTypeInfo<T> type, string place, CancellationToken cancellationToken)
        where T : Entity
    {
        if (answer.Status != 200)
        {
            var error = await TableError.ReadAsync(answer, cancellationToken);

            // A table is made by the first write to it.
            return error.IsNoSuchTable ? new PageAnswer<T>([], null) : throw error.Explain(place);
        }

        var rows = await new PageReader<T>(type).ReadAsync(answer.ContentStream ?? Stream.Null, cancellationToken);
        return new PageAnswer<T>(rows, PageMark.From(answer.Headers));
    }
}
