using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Application.Reminders;
using Notifier.Application.Runs;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>
/// Hourly: for each district whose run hour has come on a working day, puts the overview of everybody on whose desk
/// something stands on the queue. Reads what has begun to be told, one query for each case manager. May end anywhere and
/// be run again: the same overview has the same message, and whoever handles it sends it once.
/// </summary>
public sealed partial class SendStaffDigests(
    DistrictFiles districts, StaffDuties duties, DigestProgress progress, IQueueSender queue, IClock clock,
    ILogger<SendStaffDigests> logger)
{
    private const int MessagesAtOnce = 100;

    public Task RunAsync(CancellationToken cancellationToken) =>
        districts.ForEachAsync(file => RunAsync(file, cancellationToken), cancellationToken);

    /// <summary>The same overview, the same id.</summary>
    public static QueueMessage MessageFor(NoticeDue digest) => digest.ToMessage($"digest-{digest.ReminderId()}", null);

    private async Task RunAsync(DistrictFile file, CancellationToken cancellationToken)
    {
        var (district, now) = (file.District, clock.GetCurrentInstant());
        var today = district.Today(now);
        if (RaiseReminders.DayToRun(district, now) < today || !DigestDays.Includes(today, DistrictRules.Of(file))
            || await progress.IsDoneAsync(district.DistrictId, today, cancellationToken))
        {
            return;
        }

        using var step = FlowTrace.Start(nameof(SendStaffDigests), ("district", district.DistrictId));
        var desks = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var caseManager in duties.CaseManagersAsync(district.DistrictId, cancellationToken))
        {
            var audiences = new HashSet<Audience>();
            await foreach (var row in duties.ListAsync(district.DistrictId, caseManager, today, cancellationToken))
            {
                audiences.Add(row.Audience);
            }

            // Its owner may be no case manager: the contact has what is nobody's.
            desks.UnionWith(audiences.Select(audience => audience == Audience.CaseManager
                ? caseManager
                : DeskOwners.Of(audience, caseManager, file, today)));
        }

        foreach (var some in desks.Select(desk => MessageFor(NoticeDue.OfDigest(district.DistrictId, desk, today))).Chunk(MessagesAtOnce))
        {
            await queue.SendAsync(QueueNames.NoticesDue, some, cancellationToken);
        }

        await progress.DoneAsync(district.DistrictId, today, cancellationToken);
        LogDone(district.DistrictId, today, desks.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "District {DistrictId}: {Digests} digests of {Day} are on the queue")]
    private partial void LogDone(string districtId, LocalDate day, int digests);
}
