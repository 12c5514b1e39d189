using Notifier.Application.Storage;
using Notifier.Delivery;

namespace Notifier.Application.Delivery;

/// <summary>
/// A reminder that was not true any more when its notices should have been made; kept so that it enters the evidence
/// once. It closes nothing: should the reminder become true again, its notices are sent.
/// </summary>
public sealed record WithheldReminderRow : Entity
{
    public required WithholdReason Reason { get; init; }

    public string Detail { get; init; } = "";

    public static string KeyOf(string reminderId) => "withheld|" + reminderId;
}
