using System.Runtime.ExceptionServices;
using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Paces;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.Evidence;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Application.Reminders;
using Notifier.Application.Runs;
using Notifier.Application.ScheduleChanges;
using Notifier.Application.Storage;
using Notifier.ScheduleChanges;
using Notifier.Testing.Flow.Stories;

namespace Notifier.Testing.Flow;

/// <summary>
/// The whole flow over given stores, driven by hand: import, hours that pass, messages handled. A failed message is given
/// back, as a host does.
/// </summary>
public sealed class FlowWorld(
    IEntityTables tables, IQueueSender sender, IQueueReceiver receiver, IDeliveryChannel channel, FakeClock clock,
    Duration? attemptTimeOut = null, TextRate? textRate = null, AgendaSettings? agenda = null)
    : IStoryHome
{
    private int announced;

    private static readonly Duration LockFor = Duration.FromMinutes(5);

    public FakeClock Clock { get; } = clock;

    FakeChannel IStoryHome.Channel => (FakeChannel)channel;

    Instant IStoryHome.Now => Clock.GetCurrentInstant();

    public UseCases UseCases { get; } = new(
        tables, sender, channel, new NoticeComposer(new PlainTemplates()), clock,
        new DeliverySettings { AttemptTimeOut = attemptTimeOut ?? Duration.FromMilliseconds(1), TextRate = textRate },
        agenda ?? new AgendaSettings { Shards = 2, AuditShares = 1 });

    /// <summary>True: a failure of a use case ends the test instead of being retried.</summary>
    public bool FailuresEndTheTest { get; init; } = true;

    public Task ImportAsync(DistrictFile district, params IEnumerable<StudentFile> students) =>
        ImportAsync(new GivenDistrict(district, students));

    public Task ImportAsync(IDistrictReading reading) =>
        new ImportDistrictFolder(tables, sender, Clock).RunAsync(reading, confirmed: true, null, CancellationToken.None);

    /// <summary>Puts a schedule change on its queue, as often as it is asked to.</summary>
    public Task AnnounceAsync(ScheduleChange change) => sender.SendAsync(
        QueueNames.ScheduleChanges,
        [new QueueMessage { MessageId = $"announced-{++announced}", Body = ScheduleChangeText.Write(change) }],
        CancellationToken.None);

    /// <summary>One hour of the one-machine home: reminders, messages, open attempts.</summary>
    public async Task RunHourAsync()
    {
        await DrainAsync();
        await UseCases.RaiseReminders.RunAsync(CancellationToken.None);
        await UseCases.SendStaffDigests.RunAsync(CancellationToken.None);
        await UseCases.SendWeeklySummaries.RunAsync(CancellationToken.None);
        await DrainAsync();
        await UseCases.ReconcileDeliveries.RunAsync(CancellationToken.None);
        await DrainAsync();
    }

    /// <summary>Hour by hour up to a moment.</summary>
    public async Task RunUntilAsync(Instant end, Duration? step = null)
    {
        while (Clock.GetCurrentInstant() < end)
        {
            await RunHourAsync();
            Clock.Advance(step ?? Duration.FromHours(1));
        }

        Clock.MoveTo(end);
        await RunHourAsync();
    }

    Task IStoryHome.ReceiveAsync(QueueMessage report) =>
        sender.SendAsync(QueueNames.DeliveryEvents, [report], CancellationToken.None);

    /// <summary>A story is played in steps of three hours.</summary>
    Task IStoryHome.RunUntilAsync(Instant end) => RunUntilAsync(end, Duration.FromHours(3));

    void IStoryHome.StandStillUntil(Instant end) => Clock.MoveTo(end);

    Task<IReadOnlyList<NoticeRow>> IStoryHome.NoticesAsync() => NoticesAsync();

    /// <summary>The reminders of this hour, put on the queue and left there.</summary>
    public async Task RaiseAsync()
    {
        await UseCases.RaiseReminders.RunAsync(CancellationToken.None);
        await DrainAsync(QueueNames.AgendaShards);
    }

    /// <summary>Handles every message that may be delivered now, and those they give rise to.</summary>
    public Task DrainAsync() => DrainAsync([.. QueueNames.All]);

    private async Task DrainAsync(params string[] queues)
    {
        var any = true;
        while (any)
        {
            any = false;
            foreach (var queue in queues)
            {
                var messages = await receiver.ReceiveAsync(
                    queue, 32, Clock.GetCurrentInstant(), LockFor, CancellationToken.None);
                any |= messages.Count > 0;
                foreach (var message in messages)
                {
                    await HandleAsync(message);
                }
            }
        }
    }

    public async Task<IReadOnlyList<EvidenceRow>> EvidenceAsync(string studentId = OakHill.StudentId)
    {
        var rows = new List<EvidenceRow>();
        await foreach (var row in UseCases.Evidence.ReadAsync(OakHill.DistrictId, studentId, CancellationToken.None))
        {
            rows.Add(row);
        }

        return rows;
    }

    public async Task<IReadOnlyList<NoticeRow>> NoticesAsync(string studentId = OakHill.StudentId)
    {
        var rows = new List<NoticeRow>();
        await foreach (var row in UseCases.Notices.AllAsync(OakHill.DistrictId, studentId, CancellationToken.None))
        {
            rows.Add(row);
        }

        return rows;
    }

    private async Task HandleAsync(ReceivedMessage message)
    {
        try
        {
            await (message.Queue switch
            {
                QueueNames.PlanChanges =>
                    UseCases.RefreshDueDates.RunAsync(PlanChange.FromBody(message.Body), CancellationToken.None),
                QueueNames.AgendaShards =>
                    UseCases.RaiseShard.RunAsync(AgendaShard.Read(message.Body), CancellationToken.None),
                QueueNames.ScheduleChanges =>
                    UseCases.AnnounceScheduleChange.RunAsync(ScheduleChangeText.Read(message.Body), CancellationToken.None),
                QueueNames.ChangeShards =>
                    UseCases.AnnounceShard.RunAsync(ChangeShard.Read(message.Body), CancellationToken.None),
                QueueNames.NoticesDue =>
                    UseCases.SendNotice.RunAsync(NoticeDue.Read(message.Body), CancellationToken.None),
                _ when InboundReply.IsIn(message.Body) =>
                    UseCases.RecordReply.RunAsync(InboundReply.Read(message.Body), CancellationToken.None),
                _ => UseCases.RecordDelivery.RunAsync(DeliveryEvent.Read(message.Body), CancellationToken.None),
            });
        }
        catch (Exception problem) when (problem is not CrashException)
        {
            if (FailuresEndTheTest)
            {
                ExceptionDispatchInfo.Throw(problem);
            }

            await receiver.AbandonAsync(message, problem.GetType().Name, CancellationToken.None);
            return;
        }

        await receiver.CompleteAsync(message, CancellationToken.None);
    }
}
