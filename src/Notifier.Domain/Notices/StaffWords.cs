using System.Text.Json;
using Notifier.Law;
using Notifier.Obligations;

namespace Notifier.Notices;

/// <summary>What staff are told to do next, and how to record that it was done: <c>en/next-steps.json</c>.</summary>
public sealed record StaffWords
{
    private static readonly Lazy<StaffWords> Shipped = new(Load);

    public required string Otherwise { get; init; }

    /// <summary>When too few days are left for the notice of the meeting that would meet the duty.</summary>
    public required string NoRoomForNotice { get; init; }

    public required IReadOnlyDictionary<string, string> Steps { get; init; }

    public required IReadOnlyDictionary<string, string> RecordedAs { get; init; }

    public static string NextStepWithoutRoom => Shipped.Value.NoRoomForNotice;

    public static string NextStep(ObligationId obligation) =>
        Shipped.Value.Steps.GetValueOrDefault(obligation.Value, Shipped.Value.Otherwise);

    /// <summary>The plan dates that show the duty was met, as they are written in <c>plan-dates.csv</c>.</summary>
    public static string HowToRecord(ObligationId obligation)
    {
        var kinds = ObligationCatalog.Find(obligation).MetBy.Select(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()));
        if (Shipped.Value.RecordedAs.TryGetValue(obligation.Value, out var further))
        {
            kinds = kinds.Append(further);
        }

        return string.Join(" or ", kinds.Append($"obligationMet with the detail {obligation}"));
    }

    private static StaffWords Load()
    {
        using var stream = TemplateFiles.Open("en/next-steps.json")
            ?? throw new InvalidOperationException("There is no Notices/Templates/en/next-steps.json.");
        return JsonSerializer.Deserialize<StaffWords>(stream, JsonSerializerOptions.Web)!;
    }
}
