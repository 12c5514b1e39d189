namespace Notifier.Application.Queues;

/// <summary>The queues of the flow. The function classes' triggers name these constants, so each name stands once.</summary>
public static class QueueNames
{
    public const string PlanChanges = "plan-changes";

    public const string AgendaShards = "agenda-shards";

    public const string NoticesDue = "notices-due";

    public const string ScheduleChanges = "schedule-changes";

    public const string ChangeShards = "change-shards";

    public const string DeliveryEvents = "delivery-events";

    public static IReadOnlyList<string> All { get; } = [PlanChanges, AgendaShards, NoticesDue, ScheduleChanges, ChangeShards, DeliveryEvents];
}
