using System.Text.Json;
using Notifier.Application.Json;

namespace Notifier.Application.PlanDates;

/// <summary>Something on record about a student changed, so the due dates are computed anew. Body of queue plan-changes.</summary>
public sealed record PlanChange
{
    public required string DistrictId { get; init; }

    public required string StudentId { get; init; }

    /// <summary>What changed, for the evidence of a moved due date; no names.</summary>
    public required string Reason { get; init; }

    /// <summary>The agenda is written anew also when nothing changed: it may not be what the plans say.</summary>
    public bool Again { get; init; }

    /// <summary>The body of a message on the queue.</summary>
    public byte[] ToBody() => JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Compact.PlanChange);

    /// <exception cref="JsonException">The body is not a plan change.</exception>
    public static PlanChange FromBody(ReadOnlyMemory<byte> body) =>
        StoredValue.Read(body.Span, StoredJson.Compact.PlanChange)
            ?? throw new JsonException("The body of a plan change is empty.");
}
