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

    public RestRequest CreateTable(TableAddress table)
    {
        var body = new PooledBuffer();
        body.Append($"{{\"TableName\":\"{table.Table}\"}}");
        return Written(RequestMethod.Post, table.AllTables, body);
    }

    public RestRequest Insert(TableAddress table, PooledBuffer row) =>
        Written(RequestMethod.Post, new Uri(table.Rows), row);

    public RestRequest Replace(string address, string eTag, PooledBuffer row) =>
        Written(RequestMethod.Put, new Uri(address), row).With("If-Match", eTag);

    public RestRequest Upsert(string address, PooledBuffer row) =>
        Written(RequestMethod.Put, new Uri(address), row);

    public RestRequest Delete(string address, string eTag) =>
        Request(RequestMethod.Delete, new Uri(address), null).With("Accept", Json("no")).With("If-Match", eTag);

    public RestRequest Get(string address, string? onlyProperty = null) =>
        Request(RequestMethod.Get, new Uri(onlyProperty is null ? address : $"{address}?$select={onlyProperty}"), null)
            .With("Accept", Json("no"));

    // Without metadata a query tells no ETags.
    public RestRequest Query(Uri address) => Request(RequestMethod.Get, address, null).With("Accept", Json("minimal"));

    public RestRequest Transact(TableAddress table, PooledBuffer body) =>
        Request(RequestMethod.Post, table.Transactions, body)
            .With("Accept", Json("minimal"))
            .With("Content-Type", $"multipart/mixed; boundary={BatchBody.Boundary}");

    public static string Json(string metadata) => $"application/json;odata={metadata}metadata";

    private RestRequest Written(RequestMethod method, Uri address, PooledBuffer body) =>
        Request(method, address, body)
            .With("Accept", Json("no"))
            .With("Content-Type", JsonType)
            .With("Prefer", "return-no-content");

    private RestRequest Request(RequestMethod method, Uri address, PooledBuffer? body) =>
        new RestRequest(method, address) { Body = body }
            .With("x-ms-version", "2020-12-06")
            .With(DateHeader, clock.GetCurrentInstant().ToDateTimeUtc().ToString("R", CultureInfo.InvariantCulture))
            .With("DataServiceVersion", "3.0;NetFx")
            .With("MaxDataServiceVersion", "3.0;NetFx");
}
