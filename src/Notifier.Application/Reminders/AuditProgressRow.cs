using NodaTime;
using Notifier.Application.Storage;

namespace Notifier.Application.Reminders;

/// <summary>How far the audit of one district's agenda has come.</summary>
public sealed record AuditProgressRow : Entity
{
    /// <summary>Counts the shares; its rest by their number says which students are in this one.</summary>
    public required int Share { get; init; }

    /// <summary>The night that this share began in, by the district's calendar.</summary>
    public required LocalDate BegunOn { get; init; }

    /// <summary>The last student looked at, in the store's order; empty: none yet.</summary>
    public string ThroughStudentId { get; init; } = "";

    public bool IsDone { get; init; }
}
