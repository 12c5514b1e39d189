using Notifier.Adapters.AzureRest;
using Notifier.Application.Storage;

namespace Notifier.Adapters.AzureTables;

/// <summary>
/// A transaction on the wire: whole HTTP requests, one after the other, inside one change set
/// (<see href="https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions"/>).
/// </summary>
internal static class BatchBody
{
    // Rows are JSON on one line: no row can hold a line break and with it a boundary.
    public const string Boundary = "batch_notifier";

    private const string Changes = "changeset_notifier";

    /// <param name="table">Of all changes.</param>
    /// <param name="changes">Checked.</param>
    /// <param name="mark">Left in every row written.</param>
    public static PooledBuffer Write(TableAddress table, IReadOnlyList<TableChange> changes, string mark)
    {
        var body = new PooledBuffer();
        try
        {
            body.Append($"--{Boundary}\r\nContent-Type: multipart/mixed; boundary={Changes}\r\n\r\n");
            foreach (var change in changes)
            {
                body.Append($"--{Changes}\r\n");
                body.Append("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"u8);
                Append(body, table, change, mark);
                body.Append("\r\n"u8);
            }

            body.Append($"--{Changes}--\r\n--{Boundary}--\r\n");
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private static void Append(PooledBuffer body, TableAddress table, TableChange change, string mark)
    {
        var (method, address) = change.Kind switch
        {
            TableChangeKind.Insert => ("POST", table.Rows.AbsoluteUri),
            TableChangeKind.Delete => ("DELETE", table.Row(change.PartitionKey, change.RowKey)),
            _ => ("PUT", table.Row(change.PartitionKey, change.RowKey)),
        };
        body.Append($"{method} {address} HTTP/1.1\r\n");
        body.Append("Accept: application/json;odata=minimalmetadata\r\n"u8);
        body.Append("DataServiceVersion: 3.0;NetFx\r\nMaxDataServiceVersion: 3.0;NetFx\r\n"u8);
        switch (change.Kind)
        {
            case TableChangeKind.Replace:
                body.Append($"If-Match: {RowVersion.ETag(change.IfETag!)}\r\n");
                break;
            case TableChangeKind.Delete:
                var eTag = change.IfETag is null ? TableRequests.AnyVersion : RowVersion.ETag(change.IfETag);
                body.Append($"If-Match: {eTag}\r\n");
                break;
            case TableChangeKind.Insert:
                body.Append("Prefer: return-no-content\r\n"u8);
                break;
        }

        if (change.Json is not { } json)
        {
            body.Append("\r\n"u8);
            return;
        }

        body.Append("Content-Type: application/json\r\n\r\n"u8);
        var before = change.Kind == TableChangeKind.Replace ? RowVersion.Marks(change.IfETag!) : null;
        RowJson.Append(body, json.Span, WriteMarks.Of(mark, before));
    }
}
