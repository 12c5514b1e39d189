using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.Digests;
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
    StaffDuties duties,
    LateReminders late,
    StudentProblems problems,
    MeetingChanges meetings,
    ChangedDaysAhead days,
    ExplainedDelays explained,
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
        // Where this run wrote or removed something before it found itself overtaken.
        var touched = new HashSet<string>(StringComparer.Ordinal);
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
            IReadOnlyList<StaffDutyPlace> desks = student is null ? [] : StaffDutyPlace.For(student, entries, rules, today);
            var next = Next(read.Schedule, student, rules, dueDates, entries, desks, touched, today);
            if (touched.Count > 0 && IsKnown(read.Schedule, next, entries))
            {
                if (await PutRightAsync(change, read.Schedule, entries, desks, touched, cancellationToken))
                {
                    return;
                }

                continue;
            }

            if (!again && read.Schedule.IsSettled && IsSame(read.Schedule, next, entries, desks))
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

            found = [];
            if (student is not null)
            {
                // Before a step of the escalation is raised.
                await explained.RunAsync(student, dueDates, cancellationToken);
            }

            await WriteAgendaAsync(change, read.Schedule, next, entries, again || touched.Count > 0, cancellationToken);
            // Before anything is raised: whoever leaves it to the digest relies on the digest's finding it.
            await WriteDesksAsync(change, read.Schedule, next, desks, again || touched.Count > 0, now, cancellationToken);
            await late.RaiseAsync(change.DistrictId, next, entries, today, cancellationToken);
            await meetings.RunAsync(change.DistrictId, student, dueDates, rules, cancellationToken);
            await problems.RunAsync(change, student, dueDates, rules, today, cancellationToken);
            await days.RunAsync(change, student, today, cancellationToken);
            if (!await SettleAsync(change, next, entries, desks, cancellationToken))
            {
                touched.UnionWith(next.Agenda);
                continue;
            }

            touched.Clear();
            tally.Refreshed(moved.Count);
            LogRefreshed(change.DistrictId, change.StudentId, dueDates.Count, entries.Count, moved.Count);
            if (await AreOnFileAsync(file, student, change, cancellationToken))
            {
                return;
            }
        }
    }

    // A file that went back to what the schedule was made from while this run was under way left nothing to do to whoever
    // saw it first: only this run knows that it read what holds no more.
    private async Task<bool> AreOnFileAsync(
        DistrictFile file, StudentFile? student, PlanChange change, CancellationToken cancellationToken) =>
        (await students.GetAsync(change.DistrictId, change.StudentId, cancellationToken))?.Version == student?.Version
        && (await districts.GetAsync(change.DistrictId, cancellationToken))?.Version == file.Version;

    // Until it is settled the schedule owns what stood there before and what will stand there: nothing is ever lost sight of.
    private static StudentSchedule Next(
        StudentSchedule stands, StudentFile? student, DistrictRules rules, IReadOnlyList<DueDate> dueDates,
        IReadOnlyList<AgendaEntry> entries, IReadOnlyList<StaffDutyPlace> desks, IReadOnlySet<string> touched, LocalDate asOf)
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
            Agenda = [.. stands.Agenda.Union(places, StringComparer.Ordinal).Union(touched, StringComparer.Ordinal)],
            New = [.. places.Where(place => !known.Contains(place))],
            Desks = [.. stands.Desks.Union(desks.Select(place => place.ToText()), StringComparer.Ordinal)],
        };
    }

    private static bool IsSame(
        StudentSchedule stands, StudentSchedule next, IReadOnlyList<AgendaEntry> entries, IReadOnlyList<StaffDutyPlace> desks) =>
        next.New.Count == 0
        && stands.Desks.ToHashSet(StringComparer.Ordinal).SetEquals(desks.Select(place => place.ToText()))
        && entries.Count == stands.Agenda.Count
        && IsKnown(stands, next, entries);

    // What is on file now is what the schedule was made from, by whomever.
    private static bool IsKnown(StudentSchedule stands, StudentSchedule next, IReadOnlyList<AgendaEntry> entries) =>
        stands.DueDates.SequenceEqual(next.DueDates)
        && stands.StudentVersion == next.StudentVersion
        && stands.DistrictVersion == next.DistrictVersion
        && !entries.Select(entry => entry.Place.ToText()).Except(stands.Agenda, StringComparer.Ordinal).Any();

    // A newer refresh may have been through with the agenda before this one came to it: what this one did there is made
    // as the newer one has it. The schedule is left to the newer one; two that both wrote it would overtake each other on and on.
    private async Task<bool> PutRightAsync(
        PlanChange change, StudentSchedule newest, IReadOnlyList<AgendaEntry> entries, IReadOnlyList<StaffDutyPlace> desks,
        HashSet<string> touched, CancellationToken cancellationToken)
    {
        // A desk too many is read in vain until the next refresh; one too few would be a duty that nobody hears of.
        await duties.WriteAsync(change.DistrictId, change.StudentId, desks, newest.Revision, clock.GetCurrentInstant(), cancellationToken);
        await agenda.WriteAsync(
            change.DistrictId, change.StudentId, entries.Where(entry => touched.Contains(entry.Place.ToText())), newest.Revision,
            cancellationToken);
        foreach (var place in touched.Except(entries.Select(one => one.Place.ToText()), StringComparer.Ordinal))
        {
            await agenda.RemoveAsync(
                change.DistrictId, change.StudentId, AgendaPlace.FromText(place), newest.Revision, cancellationToken);
        }

        var read = await schedules.ReadAsync(change.DistrictId, change.StudentId, cancellationToken);
        return read.Schedule.Revision == newest.Revision;
    }

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

    private async Task WriteDesksAsync(
        PlanChange change, StudentSchedule before, StudentSchedule next, IReadOnlyList<StaffDutyPlace> desks, bool again,
        Instant now, CancellationToken cancellationToken)
    {
        var all = again || !before.IsSettled;
        await duties.WriteAsync(
            change.DistrictId, change.StudentId, desks.Where(place => all || !before.Desks.Contains(place.ToText())),
            next.Revision, now, cancellationToken);
        foreach (var place in next.Desks.Except(desks.Select(place => place.ToText()), StringComparer.Ordinal))
        {
            await duties.RemoveAsync(
                change.DistrictId, change.StudentId, StaffDutyPlace.FromText(place), next.Revision, cancellationToken);
        }
    }

    /// <returns>False when another refresh has begun meanwhile: it owns everything this one owned, and settles it.</returns>
    private async Task<bool> SettleAsync(
        PlanChange change, StudentSchedule next, IReadOnlyList<AgendaEntry> entries, IReadOnlyList<StaffDutyPlace> desks,
        CancellationToken cancellationToken)
    {
        var settled = next with
        {
            IsSettled = true,
            Agenda = [.. entries.Select(entry => entry.Place.ToText())],
            New = [],
            Desks = [.. desks.Select(place => place.ToText())],
        };
        while (true)
        {
            var read = await schedules.ReadAsync(change.DistrictId, change.StudentId, cancellationToken);
            if (read.Schedule.Revision != next.Revision)
            {
                return false;
            }

            if (await schedules.WriteAsync(read, settled, [], cancellationToken))
            {
                return true;
            }
        }
    }

    [LoggerMessage(
        Level = LogLevel.Debug,
        Message = "District {DistrictId}, student {StudentId}: {DueDates} due dates, {Entries} entries in the agenda, {Moved} moved")]
    private partial void LogRefreshed(string districtId, string studentId, int dueDates, int entries, int moved);
}
