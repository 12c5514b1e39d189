using NodaTime;
using Notifier.Application.Storage;

namespace Notifier.Application.Problems;

/// <summary>A visible problem with an owner: open until it is solved. Ids only, no name or address.</summary>
public sealed record ProblemRow : Entity
{
    /// <summary>Derived from what the problem is about: the same problem is opened once.</summary>
    public required string ProblemId { get; init; }

    public required string DistrictId { get; init; }

    public required ProblemKind Kind { get; init; }

    /// <summary>Empty when the problem is not about one student.</summary>
    public string StudentId { get; init; } = "";

    public string PlanId { get; init; } = "";

    public string Obligation { get; init; } = "";

    public string Part { get; init; } = "";

    /// <summary>The contact or staff member it is about; usually empty.</summary>
    public string RecipientId { get; init; } = "";

    /// <summary>What is wrong, for the person who must act.</summary>
    public required string What { get; init; }

    /// <summary>How to mend it.</summary>
    public required string Remedy { get; init; }

    /// <summary>The staff id of who must act; empty: the district's contact.</summary>
    public string OwnerId { get; init; } = "";

    public required Instant OpenedAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public Instant? ClosedAt { get; init; }

    public bool IsOpen => ClosedAt is null;
}
