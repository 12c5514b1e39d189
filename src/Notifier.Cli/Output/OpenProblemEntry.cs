using Notifier.Application.Problems;

namespace Notifier.Cli.Output;

/// <summary>One open problem as <c>problems --format json</c> has it: ids only, no name or address.</summary>
public sealed record OpenProblemEntry
{
    public required string ProblemId { get; init; }

    public required ProblemKind Kind { get; init; }

    /// <summary>Null: it is about the district.</summary>
    public required string? StudentId { get; init; }

    public required string? PlanId { get; init; }

    /// <summary>The staff id of who must act; null: the district's office.</summary>
    public required string? OwnerId { get; init; }

    /// <summary>In UTC, ISO 8601.</summary>
    public required string OpenedAt { get; init; }

    public required string What { get; init; }

    public required string Remedy { get; init; }

    public static OpenProblemEntry Of(ProblemRow row) => new()
    {
        ProblemId = row.ProblemId,
        Kind = row.Kind,
        StudentId = NullIfEmpty(row.StudentId),
        PlanId = NullIfEmpty(row.PlanId),
        OwnerId = NullIfEmpty(row.OwnerId),
        OpenedAt = NodaTime.Text.InstantPattern.General.Format(row.OpenedAt),
        What = row.What,
        Remedy = row.Remedy,
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
