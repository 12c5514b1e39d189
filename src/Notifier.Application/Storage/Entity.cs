using System.Text.Json.Serialization;

namespace Notifier.Application.Storage;

/// <summary>
/// A row of a partitioned entity table. Derived records are flat: properties are strings, booleans and 32-bit
/// integers only (dates and moments as ISO text), at most 32,000 characters each, so that every store keeps them alike.
/// A property that is null is not kept, so none that may be null is <c>required</c>.
/// </summary>
/// <remarks>
/// Keys (<see cref="EntityKeys"/>) are at most 512 characters and hold no control character and none of <c>/ \ # ? %</c>:
/// <see href="https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model"/>.
/// </remarks>
public abstract record Entity
{
    [JsonPropertyName("PartitionKey")]
    public required string PartitionKey { get; init; }

    [JsonPropertyName("RowKey")]
    public required string RowKey { get; init; }

    /// <summary>The version that was read, given by the store; empty on a row not read from it.</summary>
    [JsonIgnore]
    public string ETag { get; init; } = "";
}
