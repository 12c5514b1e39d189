using NodaTime;
using Notifier.Application.Queues;
using Notifier.Cli.Scheduling;
using Notifier.Functions.Settings;

namespace Notifier.Cli.Tests.Scheduling;

public sealed class FunctionCatalogTests
{
    [Fact]
    public void Every_function_of_the_azure_home_is_found_with_its_own_schedule_or_queue()
    {
        var catalog = FunctionCatalog.Of(typeof(Functions.SendNotice).Assembly, ShippedSettings.Find);

        Assert.Equal(
            ["AuditAgenda", "ReconcileDeliveries", "RaiseReminders", "SendStaffDigests", "SendWeeklySummaries", "WatchRuns"], catalog.Timers.Select(timer => timer.Name));
        Assert.Equal(Duration.FromMinutes(5), catalog.Timers[0].Schedule.Period);
        Assert.Equal(
            [
                ("AnnounceScheduleChange", QueueNames.ScheduleChanges),
                ("AnnounceShard", QueueNames.ChangeShards),
                ("RaiseShard", QueueNames.AgendaShards),
                ("RecordDelivery", QueueNames.DeliveryEvents),
                ("RefreshDueDates", QueueNames.PlanChanges),
                ("SendNotice", QueueNames.NoticesDue),
            ],
            catalog.Queues.Select(queue => (queue.Name, queue.Queue)));
    }

    [Fact]
    public void A_name_between_percent_signs_is_a_setting()
    {
        var catalog = FunctionCatalog.Of([typeof(Sort)], name => name == "ThingsQueue" ? "things" : null);

        Assert.Equal("things", Assert.Single(catalog.Queues).Queue);
    }

    [Theory]
    [InlineData(typeof(Sort), "ThingsQueue")]
    [InlineData(typeof(TwoTriggers), "several")]
    [InlineData(typeof(FiveFields), "six fields")]
    [InlineData(typeof(Unfillable), "where")]
    public void A_function_this_home_cannot_serve_is_refused_at_the_start(Type function, string said)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => FunctionCatalog.Of([function], _ => null));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }
}
