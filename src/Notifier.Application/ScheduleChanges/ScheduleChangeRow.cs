using Notifier.Application.Storage;

namespace Notifier.Application.ScheduleChanges;

/// <summary>One version of a schedule change; never changed, so that the order of arrival leaves no trace.</summary>
public sealed record ScheduleChangeRow : Entity
{
    /// <summary>As <see cref="ScheduleChangeText"/> writes it.</summary>
    public required string Body { get; init; }
}
