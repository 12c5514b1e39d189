using System.Globalization;
using Azure.Core;
using NodaTime;
using Notifier.Adapters.AzureRest;

namespace Notifier.Adapters.AzureTables;

/// <summary>
/// The requests of the REST API, each operation its own, because a forgotten If-Match would turn a replacement into an
/// upsert: <see href="https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api"/>.
/// </summary>
internal sealed class TableRequests(IClock clock)
{
    public const string DateHeader = "x-ms-date";

    public const string AnyVersion = "*";

    private const string JsonType = "application/json";

    private const string NoMetadata = "application/json;odata=nometadata";

    private const string MinimalMetadata = "application/json;odata=minimalmetadata";

    public RestRequest CreateTable(TableAddress table)
    {
        var body = new PooledBuffer();
        body.Append($"{{\"TableName\":\"{table.Table}\"}}");
        return Written(RequestMethod.Post, table.AllTables, body);
    }

    public RestRequest Insert(TableAddress table, PooledBuffer row) =>
        Written(RequestMethod.Post, table.Rows, row);

    public RestRequest Replace(string address, string eTag, PooledBuffer row) =>
        Written(RequestMethod.Put, new Uri(address), row).With("If-Match", eTag);

    public RestRequest Upsert(string address, PooledBuffer row) =>
        Written(RequestMethod.Put, new Uri(address), row);

    public RestRequest Delete(string address, string eTag) =>
        Request(RequestMethod.Delete, new Uri(address), null).With("Accept", NoMetadata).With("If-Match", eTag);

    public RestRequest Get(string address, string? onlyProperty = null) =>
        Request(RequestMethod.Get, new Uri(onlyProperty is null ? address : $"{address}?$select={onlyProperty}"), null)
            .With("Accept", NoMetadata);

    // Without metadata a query tells no ETags.
    public RestRequest Query(Uri address) => Request(RequestMethod.Get, address, null).With("Accept", MinimalMetadata);

    public RestRequest Transact(TableAddress table, PooledBuffer body) =>
        Request(RequestMethod.Post, table.Transactions, body)
            .With("Accept", MinimalMetadata)
            .With("Content-Type", $"multipart/mixed; boundary={BatchBody.Boundary}");

    private RestRequest Written(RequestMethod method, Uri address, PooledBuffer body) =>
        Request(method, address, body)
            .With("Accept", NoMetadata)
            .With("Content-Type", JsonType)
            .With("Prefer", "return-no-content");

    private RestRequest Request(RequestMethod method, Uri address, PooledBuffer? body) =>
        new RestRequest(method, address) { Body = body }
            .With("x-ms-version", "2020-12-06")
            .With(DateHeader, clock.GetCurrentInstant().ToDateTimeUtc().ToString("R", CultureInfo.InvariantCulture))
            .With("DataServiceVersion", "3.0;NetFx")
            .With("MaxDataServiceVersion", "3.0;NetFx");
}
