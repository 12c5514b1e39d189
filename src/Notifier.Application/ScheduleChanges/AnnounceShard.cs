using Microsoft.Extensions.Logging;
using Notifier.Application.Runs;

namespace Notifier.Application.ScheduleChanges;

/// <summary>
/// Has the students of one shard looked at anew for a change that concerns many: a district-wide change is many short calls. May end
/// anywhere and be run again, also at the same time.
/// </summary>
public sealed partial class AnnounceShard(KeptScheduleChanges changes, StudentsToTell students, ILogger<AnnounceShard> logger)
{
    public async Task RunAsync(ChangeShard one, CancellationToken cancellationToken)
    {
        using var step = FlowTrace.Start(nameof(AnnounceShard), ("district", one.DistrictId), ("shard", one.Shard));
        // All versions there are by now: a newer one has its own shards, and the family hears what is true when it is told.
        var versions = await changes.OfChangeAsync(one.DistrictId, one.ChangeId, cancellationToken);
        var told = await students.RaiseAsync(one.DistrictId, versions, one.Announced, one.Shard, cancellationToken);
        LogRaised(one.ChangeId, one.DistrictId, one.Shard, told);
    }

    [LoggerMessage(
        Level = LogLevel.Debug, Message = "Schedule change {ChangeId} of district {DistrictId}, shard {Shard}: {Told} days of students to look at")]
    private partial void LogRaised(string changeId, string districtId, int shard, int told);
}
