using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Application.Storage;
using Notifier.Calendars;
using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>
/// A day of the next week that a newly imported calendar closes, or opens, announces itself: for each school whose day it
/// changes. A day that goes back to what it was withdraws what was announced.
/// </summary>
public sealed class CalendarNews(KeptScheduleChanges changes, IQueueSender queue)
{
    // What lies further ahead is in the calendar that families have.
    private const int DaysAhead = 7;

    /// <summary>Runs before the new calendar is stored: whatever breaks off is found different, and announced, again.</summary>
    public async Task RunAsync(DistrictFile? before, DistrictFile after, Instant now, CancellationToken cancellationToken)
    {
        if (before is null)
        {
            return;
        }

        var today = after.District.Today(now);
        foreach (var school in after.Schools.Where(one => before.Schools.Any(other => other.SchoolId == one.SchoolId)))
        {
            var (was, isNow) = (SchoolCalendar.From(before.Calendar, school.SchoolId), SchoolCalendar.From(after.Calendar, school.SchoolId));
            foreach (var day in Enumerable.Range(0, DaysAhead + 1).Select(today.PlusDays))
            {
                // A day before or after the years that both know is a new school year, no change of one.
                if (was.Covers(day) && isNow.Covers(day) && was.IsSchoolDay(day) != isNow.IsSchoolDay(day))
                {
                    await AnnounceAsync(after.District.DistrictId, school.SchoolId, day, isNow.IsSchoolDay(day), now, cancellationToken);
                }
            }
        }
    }

    private async Task AnnounceAsync(
        string districtId, string schoolId, LocalDate day, bool isOpen, Instant now, CancellationToken cancellationToken)
    {
        var id = $"calendar-{LocalDatePattern.Iso.Format(day)}-{StableId.Of(schoolId)[..8]}";
        var standing = (await changes.OfDayAsync(districtId, day, cancellationToken))
            .GroupBy(one => one.ChangeId).Select(ScheduleChange.Newest).ToList();
        var stands = standing.Find(one => one.ChangeId == id);
        var kind = isOpen ? ScheduleChangeKind.MakeUpDay : ScheduleChangeKind.Closure;
        var goesBack = stands is { Withdrawn: false } && stands.Kind != kind;
        if (!goesBack && standing.Exists(one => one.ChangeId != id && IsOfWholeSchool(one, schoolId, day)))
        {
            // The school office said so in its own words, or says otherwise: its word stands until it takes it back.
            return;
        }

        var change = new ScheduleChange
        {
            ChangeId = id,
            Version = (stands?.Version ?? 0) + 1,
            DistrictId = districtId,
            SchoolIds = [schoolId],
            Date = day,
            Kind = goesBack ? stands!.Kind : kind,
            Withdrawn = goesBack,
            PostedAt = now,
        };
        // On record before the next import compares: it may come before the queue is read.
        await changes.KeepAsync(change, cancellationToken);
        var version = change.Version.ToString(CultureInfo.InvariantCulture);
        await queue.SendAsync(
            QueueNames.ScheduleChanges,
            [new QueueMessage { MessageId = $"calendar-{StableId.Of(districtId, id, version, goesBack ? "back" : "")}", Body = ScheduleChangeText.Write(change) }],
            cancellationToken);
    }

    private static bool IsOfWholeSchool(ScheduleChange change, string schoolId, LocalDate day) =>
        change is { Withdrawn: false, Grades.Count: 0, StudentIds.Count: 0, Kind: ScheduleChangeKind.Closure or ScheduleChangeKind.MakeUpDay }
        && change.Date == day
        && (change.SchoolIds.Count == 0 || change.SchoolIds.Contains(schoolId));
}
