using NodaTime;
using Notifier.Application.Storage;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>One duty with its due date; when that moves, it is another.</summary>
public readonly record struct OverdueDuty(
    string DistrictId, string StudentId, string PlanId, ObligationId Obligation, string Part, LocalDate DueOn)
{
    public string Id => StableId.Of(PlanId, Obligation.Value, Part, DueOn.ToString("uuuu-MM-dd", null));

    public static OverdueDuty Of(Reminder reminder) =>
        new(reminder.DistrictId, reminder.StudentId, reminder.PlanId, reminder.Obligation, reminder.Part, reminder.DueOn);

    /// <returns>Null: it has no date, or is not overdue.</returns>
    public static OverdueDuty? Of(string districtId, DueDate due) => due is { DueOn: { } dueOn, Status: DueStatus.Overdue }
        ? new(districtId, due.StudentId, due.PlanId, due.Obligation, due.Part, dueOn)
        : null;
}
