using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Notifier.Application.Json;
using Notifier.Application.Storage;

namespace Notifier.Application.Summaries;

/// <summary>
/// The rates of each case manager as they were on the day of the last summary: the plans are read once for all
/// summaries of a district. Ids, dates and numbers only.
/// </summary>
public sealed class KeptRates(IEntityTables tables)
{
    private readonly IEntityTable table = tables.Open("Rates");

    public Task WriteAsync(string districtId, LocalDate on, CaseloadRates rates, CancellationToken cancellationToken) =>
        table.UpsertAsync(
            new RatesRow
            {
                PartitionKey = StoreKey.Of(districtId),
                RowKey = StoreKey.Of(rates.CaseManagerId),
                On = on,
                Rates = JsonSerializer.Serialize(rates, RatesJson.Default.CaseloadRates),
            },
            RatesJson.Default.RatesRow,
            cancellationToken);

    /// <summary>Of everybody who had plans on that day; somebody's of another day are not among them.</summary>
    public async Task<IReadOnlyList<CaseloadRates>> OnAsync(string districtId, LocalDate on, CancellationToken cancellationToken)
    {
        var found = new List<CaseloadRates>();
        await foreach (var row in table.QueryAsync(
            StoreKey.Of(districtId), RowRange.All, RatesJson.Default.RatesRow, cancellationToken))
        {
            if (row.On == on)
            {
                found.Add(StoredValue.Read(row.Rates, RatesJson.Default.CaseloadRates)!);
            }
        }

        return found;
    }
}

/// <summary>One case manager's rates.</summary>
public sealed record RatesRow : Entity
{
    public required LocalDate On { get; init; }

    /// <summary><see cref="CaseloadRates"/> as JSON.</summary>
    public required string Rates { get; init; }
}

/// <summary>The JSON of kept rates.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LocalDateConverter), typeof(ObligationIdConverter)])]
[JsonSerializable(typeof(RatesRow))]
[JsonSerializable(typeof(CaseloadRates))]
[JsonSerializable(typeof(SummaryProgressRow))]
internal sealed partial class RatesJson : JsonSerializerContext;
