using NodaTime;
using Notifier.Application.Storage;

namespace Notifier.Application.Problems;

/// <summary>Something that needs a person, about to be opened.</summary>
public sealed record Problem
{
    public required string ProblemId { get; init; }

    public required string DistrictId { get; init; }

    public required ProblemKind Kind { get; init; }

    public string StudentId { get; init; } = "";

    public string PlanId { get; init; } = "";

    public string Obligation { get; init; } = "";

    public string Part { get; init; } = "";

    public string RecipientId { get; init; } = "";

    public required string What { get; init; }

    public required string Remedy { get; init; }

    public string OwnerId { get; init; } = "";

    public static string OpenKey(string studentId, string problemId) =>
        $"open|{StoreKey.Of(studentId)}|{problemId}";

    internal ProblemRow ToRow(Instant at) =>
        new()
        {
            PartitionKey = StoreKey.Of(DistrictId),
            RowKey = OpenKey(StudentId, ProblemId),
            ProblemId = ProblemId,
            DistrictId = DistrictId,
            Kind = Kind,
            StudentId = StudentId,
            PlanId = PlanId,
            Obligation = Obligation,
            Part = Part,
            RecipientId = RecipientId,
            What = What,
            Remedy = Remedy,
            OwnerId = OwnerId,
            OpenedAt = at,
        };
}
