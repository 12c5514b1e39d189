using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Application.Storage;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>
/// Takes a schedule change from its author: everything that is wrong with it is said at once, while somebody is there to
/// mend it, and what is right goes on the queue.
/// </summary>
public sealed class SubmitScheduleChange(
    AnnounceScheduleChange announce, DistrictFiles districts, StudentFiles students, KeptScheduleChanges changes, IQueueSender queue, IClock clock)
{
    /// <returns>The district it is for.</returns>
    /// <exception cref="ScheduleChangeException">The change cannot be told as it is.</exception>
    public async Task<DistrictFile> CheckAsync(ScheduleChange change, CancellationToken cancellationToken)
    {
        var file = await districts.GetAsync(change.DistrictId, cancellationToken)
            ?? throw new ScheduleChangeException(
                [new("districtId", $"'{change.DistrictId}' is no district of this store", "Write the districtId of district.json")]);
        var problems = await announce.ProblemsAsync(change, cancellationToken);
        var kept = await changes.OfChangeAsync(change.DistrictId, change.ChangeId, cancellationToken);
        var unknown = await UnknownStudentsAsync(change, cancellationToken);
        var found = problems.Concat(unknown).Concat(Begun(change, file.District)).Concat(Outdated(change, kept)).ToList();
        return found.Count == 0 ? file : throw new ScheduleChangeException(found);
    }

    /// <summary>Puts it on its queue. The same change again, even in other words about when it was posted, does nothing.</summary>
    /// <exception cref="ScheduleChangeException">The change cannot be told as it is.</exception>
    public async Task<DistrictFile> RunAsync(ScheduleChange change, CancellationToken cancellationToken)
    {
        var file = await CheckAsync(change, cancellationToken);
        var message = new QueueMessage
        {
            MessageId = $"announced-{StableId.Of(change.DistrictId, change.ChangeId, Number(change.Version), Content(change))}",
            Body = ScheduleChangeText.Write(change),
        };
        // On record at once: who posts its number again in other words is told so before the queue is read.
        await changes.KeepAsync(change, cancellationToken);
        await queue.SendAsync(QueueNames.ScheduleChanges, [message], cancellationToken);
        return file;
    }

    private async Task<IReadOnlyList<ScheduleChangeProblem>> UnknownStudentsAsync(ScheduleChange change, CancellationToken cancellationToken)
    {
        var unknown = new List<ScheduleChangeProblem>();
        foreach (var studentId in change.StudentIds.Distinct())
        {
            if (await students.GetAsync(change.DistrictId, studentId, cancellationToken) is null or { IsGone: true })
            {
                unknown.Add(new("studentIds", $"there is no student '{studentId}' on record", "Write the studentId of students.csv, or leave it out"));
            }
        }

        return unknown;
    }

    private IEnumerable<ScheduleChangeProblem> Begun(ScheduleChange change, District district)
    {
        if (change.BeginsAt(district) is var begins && begins <= clock.GetCurrentInstant())
        {
            var said = LocalDateTimePattern.GeneralIso.Format(begins.InZone(district.TimeZone).LocalDateTime);
            yield return new("date", $"it began at {said}, and families are told before it begins", "Call the families, or correct the date or startsAt");
        }
    }

    // The queue takes versions in any order; a person who writes an old number means something new and would wait in vain.
    private static IEnumerable<ScheduleChangeProblem> Outdated(ScheduleChange change, IReadOnlyList<ScheduleChange> kept)
    {
        if (kept.Count > 0 && ScheduleChange.Newest(kept) is var newest && newest.Version >= change.Version
            && Content(newest) != Content(change))
        {
            yield return new(
                "version", $"version {Number(newest.Version)} of {change.ChangeId} is on record already and says something else",
                $"Write {Number(newest.Version + 1)} for a correction, or another changeId for another change");
        }
    }

    private static string Content(ScheduleChange change) =>
        System.Text.Encoding.UTF8.GetString(ScheduleChangeText.Write(change with { PostedAt = default }));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
