using Notifier.Application.Queues;

namespace Notifier.Functions.Settings;

/// <summary>
/// The settings that the triggers of the function classes name between percent signs, with the values that ship. In
/// Azure the host reads them from the app's settings, where infra writes these values; on one machine these are taken.
/// </summary>
/// <remarks>
/// Schedules are NCRONTAB with six fields, second first, in UTC. They only say how often somebody looks: what is due is
/// decided in each district's own time zone.
/// </remarks>
public static class ShippedSettings
{
    private static readonly Dictionary<string, string> Schedules = new(StringComparer.Ordinal)
    {
        ["RaiseRemindersSchedule"] = "0 0 * * * *",
        ["SendStaffDigestsSchedule"] = "0 0 * * * *",
        ["SendWeeklySummariesSchedule"] = "0 10 * * * *",
        ["WatchRunsSchedule"] = "0 50 * * * *",
        ["ReconcileDeliveriesSchedule"] = "0 */5 * * * *",
        ["AuditAgendaSchedule"] = "0 */5 5-10 * * *",
    };

    private static readonly Dictionary<string, string> Queues = new(StringComparer.Ordinal)
    {
        ["PlanChangesQueue"] = QueueNames.PlanChanges,
        ["AgendaShardsQueue"] = QueueNames.AgendaShards,
        ["NoticesDueQueue"] = QueueNames.NoticesDue,
        ["ScheduleChangesQueue"] = QueueNames.ScheduleChanges,
        ["ChangeShardsQueue"] = QueueNames.ChangeShards,
        ["DeliveryEventsQueue"] = QueueNames.DeliveryEvents,
    };

    /// <summary>Every name with its value.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        Schedules.Concat(Queues).ToDictionary(StringComparer.Ordinal);

    /// <returns>Null: no trigger names such a setting.</returns>
    public static string? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>The setting that says what the queue is called; null: no function waits on it.</summary>
    public static string? NameFor(string queue) =>
        Queues.FirstOrDefault(setting => setting.Value == queue) is { Key: { } name } ? name : null;
}
