using System.Text.Json.Serialization;
using NodaTime;
using Notifier.DueDates;
using Notifier.Law;

namespace Notifier.Application.DueDates;

/// <summary>A due date as it stood when the student was last refreshed: what a new calculation is compared with.</summary>
public sealed record KnownDueDate
{
    [JsonPropertyName("p")]
    public required string PlanId { get; init; }

    [JsonPropertyName("o")]
    public required ObligationId Obligation { get; init; }

    [JsonPropertyName("t")]
    public string Part { get; init; } = "";

    [JsonPropertyName("s")]
    public required LocalDate StartedOn { get; init; }

    /// <summary>Null: it could not be computed.</summary>
    [JsonPropertyName("d")]
    public LocalDate? DueOn { get; init; }

    public static KnownDueDate Of(DueDate due) =>
        new()
        {
            PlanId = due.PlanId,
            Obligation = due.Obligation,
            Part = due.Part,
            StartedOn = due.StartedOn,
            DueOn = due.DueOn,
        };
}
