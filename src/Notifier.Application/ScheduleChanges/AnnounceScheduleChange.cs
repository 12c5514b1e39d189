using Microsoft.Extensions.Logging;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>
/// Keeps one version of a schedule change and has every student it concerns, or an earlier version concerned, looked at
/// anew: each family then hears what is true, if that is not what it heard last. May run any number of times, in any order.
/// </summary>
public sealed partial class AnnounceScheduleChange(
    DistrictFiles districts,
    KeptScheduleChanges changes,
    StudentNames names,
    StudentsToTell students,
    IQueueSender queue,
    ILogger<AnnounceScheduleChange> logger)
{
    /// <exception cref="ScheduleChangeException">The change cannot be told as it is.</exception>
    public async Task RunAsync(ScheduleChange change, CancellationToken cancellationToken)
    {
        await CheckAsync(change, cancellationToken);
        await changes.KeepAsync(change, cancellationToken);
        var versions = await changes.OfChangeAsync(change.DistrictId, change.ChangeId, cancellationToken);
        var announced = StudentsToTell.MarkOf(change);
        if (versions.All(one => one.NamesOnlyStudents))
        {
            var told = await students.RaiseAsync(change.DistrictId, versions, announced, shard: null, cancellationToken);
            LogAnnounced(change.ChangeId, change.Version, change.DistrictId, told);
            return;
        }

        // However many students there are, no call takes longer than its share of them.
        await queue.SendAsync(
            QueueNames.ChangeShards,
            [
                .. Enumerable.Range(0, ConcernedStudents.Shards).Select(shard => new ChangeShard
                {
                    DistrictId = change.DistrictId,
                    ChangeId = change.ChangeId,
                    Announced = announced,
                    Shard = shard,
                }.ToMessage()),
            ],
            cancellationToken);
        LogShards(change.ChangeId, change.Version, change.DistrictId, ConcernedStudents.Shards);
    }

    /// <exception cref="ScheduleChangeException">The change cannot be told as it is.</exception>
    /// <exception cref="InvalidOperationException">The district is not on file.</exception>
    public async Task CheckAsync(ScheduleChange change, CancellationToken cancellationToken)
    {
        var file = await districts.GetAsync(change.DistrictId, cancellationToken)
            ?? throw new InvalidOperationException($"District {change.DistrictId} is not on file: import its folder again.");
        IReadOnlyList<ScheduleChangeProblem> problems =
        [
            .. ScheduleChangeCheck.Of(change, file.District, file.Schools),
            .. await names.ProblemsAsync(change, file, cancellationToken),
        ];
        if (problems.Count > 0)
        {
            throw new ScheduleChangeException(problems);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Schedule change {ChangeId} version {Version} of district {DistrictId}: {Told} days of students to look at")]
    private partial void LogAnnounced(string changeId, int version, string districtId, int told);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Schedule change {ChangeId} version {Version} of district {DistrictId}: {Shards} shards of students to look at")]
    private partial void LogShards(string changeId, int version, string districtId, int shards);
}
