using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Application.Runs;
using Notifier.Application.Storage;
using Notifier.Reminders;

namespace Notifier.Application.Reminders;

/// <summary>
/// Puts the reminders of one shard on the queue, and finds out whether the run is done. Reads the days of this run alone.
/// May end anywhere and be run again, also at the same time: a reminder raised twice has the same id, and whoever handles
/// it sends each notice once.
/// </summary>
public sealed partial class RaiseShard(
    Agenda agenda,
    RunProgress progress,
    IQueueSender queue,
    RunTally tally,
    AgendaSettings settings,
    ILogger<RaiseShard> logger)
{
    private const int MessagesAtOnce = 100;

    public async Task RunAsync(AgendaShard one, CancellationToken cancellationToken)
    {
        using var step = FlowTrace.Start(nameof(RaiseShard), ("district", one.DistrictId), ("shard", one.Shard));
        var shards = await progress.ShardsAsync(one.DistrictId, cancellationToken);
        if (!shards.TryGetValue(one.Shard, out var done) || done < one.Day)
        {
            // A shard can be ahead of its district when another one could not be raised the day before.
            var from = shards.ContainsKey(one.Shard) ? LocalDate.Max(one.From, done.PlusDays(1)) : one.From;
            await RaiseAsync(one, from, cancellationToken);
            await progress.ShardDoneAsync(one.DistrictId, one.Shard, one.Day, cancellationToken);
        }

        if (await progress.FinishAsync(one.DistrictId, one.Day, settings.Shards, cancellationToken))
        {
            LogDone(one.DistrictId, one.Day);
        }
    }

    // One student's reminders are all in one shard, so each shard can be caught up by itself.
    private async Task RaiseAsync(AgendaShard one, LocalDate from, CancellationToken cancellationToken)
    {
        var found = new List<Reminder>();
        var toRefresh = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in agenda.ReadAsync(one.DistrictId, from, one.Day, one.Shard, cancellationToken))
        {
            if (row.IsRefresh)
            {
                toRefresh.Add(row.StudentId);
            }
            else
            {
                found.Add(row.ToReminder());
            }
        }

        foreach (var some in toRefresh.Chunk(MessagesAtOnce))
        {
            await queue.SendAsync(
                QueueNames.PlanChanges, [.. some.Select(studentId => RefreshFor(one, studentId))], cancellationToken);
        }

        // What no run came for in time is not dropped in silence: whoever sends it finds it too late and says so.
        List<Reminder> latest = [.. CatchUp.Latest(found, one.Day), .. CatchUp.TooLate(found, one.Day)];
        foreach (var some in latest.Chunk(MessagesAtOnce))
        {
            await queue.SendAsync(QueueNames.NoticesDue, [.. some.Select(reminder => RaiseReminders.MessageFor(reminder))], cancellationToken);
        }

        tally.Raised(latest.Count);
        LogRaised(one.DistrictId, one.Shard, from, one.Day, latest.Count);
    }

    private static QueueMessage RefreshFor(AgendaShard one, string studentId) =>
        new()
        {
            MessageId = $"refresh-{StableId.Of(one.DistrictId, studentId)}-{LocalDatePattern.Iso.Format(one.Day)}",
            Body = new PlanChange { DistrictId = one.DistrictId, StudentId = studentId, Reason = "a due date passed" }.ToBody(),
        };

    [LoggerMessage(
        Level = LogLevel.Debug, Message = "District {DistrictId}, shard {Shard}: {Raised} reminders of {From} to {Day} raised")]
    private partial void LogRaised(string districtId, int shard, LocalDate from, LocalDate day, int raised);

    [LoggerMessage(Level = LogLevel.Information, Message = "District {DistrictId}: the run of {Day} is done")]
    private partial void LogDone(string districtId, LocalDate day);
}
