using NodaTime;
using Notifier.Application.Storage;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>From a day on a student of a case manager is to be looked at for a digest. Ids only.</summary>
public sealed record StaffDutyRow : Entity
{
    public required string StudentId { get; init; }

    /// <summary>Whose digest: the case manager's, or that of those above.</summary>
    public required Audience Audience { get; init; }

    /// <summary>The first day; null: a problem of the student is or was open.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The number of the student's refresh that wrote it; 0: none did.</summary>
    public int Revision { get; init; }

    /// <summary>When it was written: what came in since the last digest is news.</summary>
    public required Instant NotedAt { get; init; }
}

/// <summary>A case manager of whom anything was ever noted.</summary>
public sealed record CaseManagerRow : Entity
{
    public required string StaffId { get; init; }
}

/// <summary>The last day of which a district's digests were all put on the queue.</summary>
public sealed record DigestProgressRow : Entity
{
    public required LocalDate DoneThrough { get; init; }
}
