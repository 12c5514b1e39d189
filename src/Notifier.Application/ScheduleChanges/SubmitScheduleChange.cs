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
    DistrictFiles districts, StudentFiles students, StudentNames names, KeptScheduleChanges changes, IQueueSender queue, IClock clock)
{
    /// <returns>The district it is for.</returns>
    /// <exception cref="ScheduleChangeException">The change cannot be told as it is; all that is wrong is in it.</exception>
    public async Task<DistrictFile> CheckAsync(ScheduleChangeReading reading, CancellationToken cancellationToken)
    {
        var file = (reading.Change.DistrictId.Length > 0 ? await districts.GetAsync(reading.Change.DistrictId, cancellationToken) : null)
            ?? await OnlyDistrictAsync(cancellationToken);
        // Of a change that names another district the rest is looked up in the only one there is.
        var here = file is null ? reading : reading with { Change = reading.Change with { DistrictId = file.District.DistrictId } };
        var found = reading.With(
        [
            .. file is null ? NoSuchDistrict(reading.Change) : [],
            .. ScheduleChangeCheck.Of(reading.Change, file?.District, file?.Schools ?? []),
            .. file is null ? [] : await OnFileAsync(here, file, cancellationToken),
        ]);
        return found.Count == 0 ? file! : throw new ScheduleChangeException(found);
    }

    /// <summary>Puts it on its queue. The same change again, even in other words about when it was posted, does nothing.</summary>
    /// <exception cref="ScheduleChangeException">The change cannot be told as it is; all that is wrong is in it.</exception>
    public async Task<DistrictFile> RunAsync(ScheduleChangeReading reading, CancellationToken cancellationToken)
    {
        var file = await CheckAsync(reading, cancellationToken);
        var change = reading.Change;
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

    private async Task<DistrictFile?> OnlyDistrictAsync(CancellationToken cancellationToken)
    {
        var ids = await districts.AllIdsAsync(cancellationToken).Take(2).ToListAsync(cancellationToken);
        return ids.Count == 1 ? await districts.GetAsync(ids[0], cancellationToken) : null;
    }

    private static IEnumerable<ScheduleChangeProblem> NoSuchDistrict(ScheduleChange change) =>
        [new("districtId", $"'{change.DistrictId}' is no district of this store", "Write the districtId of district.json")];

    // Nothing is said of what rests on a field that could not be read.
    private async Task<IEnumerable<ScheduleChangeProblem>> OnFileAsync(
        ScheduleChangeReading reading, DistrictFile file, CancellationToken cancellationToken)
    {
        var change = reading.Change;
        var found = new List<ScheduleChangeProblem>();
        found.AddRange(await UnknownStudentsAsync(change, cancellationToken));
        found.AddRange(await names.ProblemsAsync(change, file, cancellationToken));
        if (reading.Knows("kind", "startsAt", "summary"))
        {
            found.AddRange(ScheduleChangeQuestions.Hour(change));
            found.AddRange(SaidHourQuestions.Of(change));
        }

        if (reading.Knows("date", "kind", "startsAt"))
        {
            found.AddRange(Begun(change, file.District) is { Count: > 0 } begun
                ? begun
                : ScheduleChangeQuestions.Day(change, file.Schools, file.Calendar));
            found.AddRange(ScheduleChangeQuestions.Another(
                change, await changes.OfDayAsync(change.DistrictId, change.Date, cancellationToken)));
        }

        if (reading.Knows("changeId", "version"))
        {
            found.AddRange(Outdated(change, await changes.OfChangeAsync(change.DistrictId, change.ChangeId, cancellationToken)));
        }

        return found;
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

    private List<ScheduleChangeProblem> Begun(ScheduleChange change, District district)
    {
        var begins = change.BeginsAt(district);
        if (begins > clock.GetCurrentInstant())
        {
            return [];
        }

        var said = LocalDateTimePattern.GeneralIso.Format(begins.InZone(district.TimeZone).LocalDateTime);
        return [new("date", $"it began at {said}, and families are told before it begins", "Call the families, or correct the date or startsAt")];
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
