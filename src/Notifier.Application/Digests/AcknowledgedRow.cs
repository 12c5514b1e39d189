using NodaTime;
using Notifier.Application.Storage;

namespace Notifier.Application.Digests;

/// <summary>One overdue duty that its case manager has acknowledged. Ids and a date only.</summary>
public sealed record AcknowledgedRow : Entity
{
    public required LocalDate On { get; init; }

    public required string By { get; init; }

    /// <summary>Of the due date, whatever the reminder; when it moves, the acknowledgement is void.</summary>
    public static string KeyOf(OverdueDuty duty) => "acknowledged|" + duty.Id;
}
