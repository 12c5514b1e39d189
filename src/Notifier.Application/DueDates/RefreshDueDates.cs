using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.PlanDates;
using Notifier.Application.Reminders;
using Notifier.Application.Runs;
using Notifier.Application.ScheduleChanges;
using Notifier.DueDates;
using Notifier.Evidence;

namespace Notifier.Application.DueDates;

/// <summary>
/// Plan dates to obligations to due dates to agenda, for one student, from what is on record now. May end anywhere and be
/// run again: the agenda ends as the plans have it, and what moved is in the evidence once.
/// </summary>
public sealed partial class RefreshDueDates(
    DistrictFiles districts,
    StudentFiles students,
    StudentSchedules schedules,
    Agenda agenda,
    LateReminders late,
    StudentProblems problems,
    MeetingChanges meetings,
    ChangedDaysAhead days,
    RunTally tally,
    IClock clock,
    ILogger<RefreshDueDates> logger)
{
    public Task RunAsync(PlanChange change, CancellationToken cancellationToken) =>
        RunAsync(change, [], change.Again, cancellationToken);

    /// <summary>The same, also when nothing changed, with more to record: the audit found the agenda to differ.</summary>
    public Task RepairAsync(
        PlanChange change, IReadOnlyList<EvidenceEntry> found, CancellationToken cancellationToken) =>
        RunAsync(change, found, again: true, cancellationToken);

    private async Task RunAsync(
        PlanChange change, IReadOnlyList<EvidenceEntry> found, bool again, CancellationToken cancellationToken)
    {
        while (true)
        {
            // The schedule before the files: whoever writes it later has read files at least as new.
            var read = await schedules.ReadAsync(change.DistrictId, change.StudentId, cancellationToken);
            var file = await districts.GetAsync(change.DistrictId, cancellationToken)
                ?? throw new InvalidOperationException(
                    $"District {change.DistrictId} is not on file: import its folder again.");
            var student = await students.GetAsync(change.DistrictId, change.StudentId, cancellationToken);
            var now = clock.GetCurrentInstant();
            var today = file.District.Today(now);
            var rules = DistrictRules.Of(file);
            IReadOnlyList<DueDate> dueDates = student is null ? [] : StudentDueDates.Of(student, rules, today);
            IReadOnlyList<AgendaEntry> entries = student is null ? [] : AgendaEntry.For(student, dueDates, rules, today);
            var next = Next(read.Schedule, student, rules, dueDates, entries, today);
            if (!again && read.Schedule.IsSettled && IsSame(read.Schedule, next, entries))
            {
                await meetings.RunAsync(change.DistrictId, student, dueDates, rules, cancellationToken);
                await problems.RunAsync(change, student, dueDates, rules, today, cancellationToken);
                await days.RunAsync(change, student, today, cancellationToken);
                return;
            }

            var moved = DueDateMoves.Between(change.StudentId, read.Schedule, next, change.Reason, now);
            if (!await schedules.WriteAsync(read, next, [.. moved, .. found], cancellationToken))
            {
                continue;
            }

            await WriteAgendaAsync(change, read.Schedule, next, entries, again, cancellationToken);
            await late.RaiseAsync(change.DistrictId, next, entries, today, cancellationToken);
            await meetings.RunAsync(change.DistrictId, student, dueDates, rules, cancellationToken);
            await problems.RunAsync(change, student, dueDates, rules, today, cancellationToken);
            await days.RunAsync(change, student, today, cancellationToken);
            await SettleAsync(change, next, entries, cancellationToken);
            tally.Refreshed(moved.Count);
            LogRefreshed(change.DistrictId, change.StudentId, dueDates.Count, entries.Count, moved.Count);
            return;
        }
    }

    // Until it is settled the schedule owns what stood there before and what will stand there: nothing is ever lost sight of.
    private static StudentSchedule Next(
        StudentSchedule stands, StudentFile? student, DistrictRules rules, IReadOnlyList<DueDate> dueDates,
        IReadOnlyList<AgendaEntry> entries, LocalDate asOf)
    {
        var places = entries.Select(entry => entry.Place.ToText()).ToHashSet(StringComparer.Ordinal);
        var known = stands.Agenda.Except(stands.New, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return new StudentSchedule
        {
            Revision = stands.Revision + 1,
            IsSettled = false,
            AsOf = asOf,
            StudentVersion = student?.Version ?? "",
            DistrictVersion = rules.File.Version,
            CalendarVersion = rules.CalendarVersion,
            DueDates = [.. dueDates.Select(KnownDueDate.Of)],
            Agenda = [.. stands.Agenda.Union(places, StringComparer.Ordinal)],
            New = [.. places.Where(place => !known.Contains(place))],
        };
    }

    private static bool IsSame(StudentSchedule stands, StudentSchedule next, IReadOnlyList<AgendaEntry> entries) =>
        next.New.Count == 0
        && entries.Count == stands.Agenda.Count
        && stands.DueDates.SequenceEqual(next.DueDates)
        && stands.StudentVersion == next.StudentVersion
        && stands.DistrictVersion == next.DistrictVersion;

    private async Task WriteAgendaAsync(
        PlanChange change, StudentSchedule before, StudentSchedule next, IReadOnlyList<AgendaEntry> entries, bool again,
        CancellationToken cancellationToken)
    {
        // After an unfinished refresh nothing is sure to be there.
        var all = again || !before.IsSettled;
        var added = next.New.ToHashSet(StringComparer.Ordinal);
        await agenda.WriteAsync(
            change.DistrictId, change.StudentId, entries.Where(entry => all || added.Contains(entry.Place.ToText())),
            next.Revision, cancellationToken);
        foreach (var place in next.Agenda.Except(entries.Select(one => one.Place.ToText()), StringComparer.Ordinal))
        {
            await agenda.RemoveAsync(
                change.DistrictId, change.StudentId, AgendaPlace.FromText(place), next.Revision, cancellationToken);
        }
    }

    // When another refresh has begun meanwhile it owns everything this one owned, and settles it.
    private async Task SettleAsync(
        PlanChange change, StudentSchedule next, IReadOnlyList<AgendaEntry> entries, CancellationToken cancellationToken)
    {
        var settled = next with
        {
            IsSettled = true,
            Agenda = [.. entries.Select(entry => entry.Place.ToText())],
            New = [],
        };
        while (true)
        {
            var read = await schedules.ReadAsync(change.DistrictId, change.StudentId, cancellationToken);
            if (read.Schedule.Revision != next.Revision
                || await schedules.WriteAsync(read, settled, [], cancellationToken))
            {
                return;
            }
        }
    }

    [LoggerMessage(
        Level = LogLevel.Debug,
        Message = "District {DistrictId}, student {StudentId}: {DueDates} due dates, {Entries} entries in the agenda, {Moved} moved")]
    private partial void LogRefreshed(string districtId, string studentId, int dueDates, int entries, int moved);
}
