using System.Text.Json.Serialization;
using Notifier.Application.Storage;

namespace Notifier.Benchmarks.AzureTables;

/// <summary>A row of the size and shape of most of ours.</summary>
internal sealed record AgendaLikeRow : Entity
{
    public required string StudentId { get; init; }

    public required string PlanId { get; init; }

    public required string Obligation { get; init; }

    public required string DueOn { get; init; }

    public required string Audience { get; init; }

    public required string Reason { get; init; }

    public int Step { get; init; }

    public bool IsLast { get; init; }
}

[JsonSerializable(typeof(AgendaLikeRow))]
internal sealed partial class AgendaLikeRows : JsonSerializerContext;
