using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Application.ScheduleChanges;
using Notifier.Application.Storage;
using Notifier.Evidence;

namespace Notifier.Application.Reminders;

/// <summary>
/// Nightly: of a rotating share of students, computes the reminders anew and compares them with the agenda. What differs
/// is put right and recorded. Something differs only after a fault: nobody is to find it out by a missed due date. A
/// call looks at some students, remembers where it ended and leaves the others to the next one, in this night or the
/// following: however many are stored, each is looked at in time.
/// </summary>
public sealed partial class AuditAgenda(
    DistrictFiles districts,
    StudentFiles students,
    StudentSchedules schedules,
    Agenda agenda,
    RunProgress progress,
    AuditProgress audited,
    RefreshDueDates refresh,
    ConcernedStudents concerned,
    IQueueSender queue,
    IClock clock,
    AgendaSettings settings,
    ILogger<AuditAgenda> logger)
{
    // After a crash so many students at most are audited again, which changes nothing.
    private const int RememberEvery = 500;

    public Task RunAsync(CancellationToken cancellationToken)
    {
        var left = settings.StudentsInAuditCall;
        return districts.ForEachAsync(
            async file => left -= left > 0 ? await RunAsync(file, left, cancellationToken) : 0, cancellationToken);
    }

    /// <returns>How many students were looked at.</returns>
    private async Task<int> RunAsync(DistrictFile file, int most, CancellationToken cancellationToken)
    {
        var district = file.District;
        var today = district.Today(clock.GetCurrentInstant());
        if (await audited.NextAsync(district.DistrictId, today, cancellationToken) is not { } stands)
        {
            return 0;
        }

        if (stands.BegunOn < today)
        {
            LogLate(district.DistrictId, stands.BegunOn);
        }

        var raised = await progress.GetAsync(district.DistrictId, today, cancellationToken);
        var (seen, through) = (0, stands.ThroughStudentId);
        await foreach (var student in students.AfterAsync(district.DistrictId, through, cancellationToken))
        {
            if (seen == most || (seen > 0 && seen % RememberEvery == 0))
            {
                if (await audited.MoveAsync(stands with { ThroughStudentId = through }, cancellationToken) is not { } moved)
                {
                    // Another call is at it.
                    return seen;
                }

                stands = moved;
            }

            if (seen == most)
            {
                LogGoesOn(district.DistrictId, seen);
                return seen;
            }

            seen++;
            through = student.Student.StudentId;
            if (StableId.Shard(through, settings.AuditShares) == stands.Share % settings.AuditShares)
            {
                await AuditAsync(student, file, raised.StartedThrough, today, cancellationToken);
            }
        }

        await audited.MoveAsync(stands with { ThroughStudentId = through, IsDone = true }, cancellationToken);
        LogDone(district.DistrictId, stands.BegunOn, seen);
        return seen;
    }

    private async Task AuditAsync(
        StudentFile student, DistrictFile file, LocalDate raisedThrough, LocalDate today, CancellationToken cancellationToken)
    {
        var (districtId, studentId) = (student.DistrictId, student.Student.StudentId);
        try
        {
            if (await FindDifferenceAsync(student, file, raisedThrough, today, cancellationToken) is { } difference)
            {
                await RepairAsync(districtId, studentId, difference, cancellationToken);
            }

            // Who is not in this list hears of no changed day, and no summary is compared with the name.
            await concerned.PlaceAsync(districtId, studentId, student, cancellationToken);
        }
        catch (Exception failed) when (failed is not (StoreException or OperationCanceledException))
        {
            // As a message of its own it is repaired, or fails alone and is set aside for a person to see.
            LogFailed(districtId, studentId, failed);
            await queue.SendAsync(
                QueueNames.PlanChanges,
                [
                    new QueueMessage
                    {
                        MessageId = $"audit-{StableId.Of(districtId, studentId)}-{LocalDatePattern.Iso.Format(today)}",
                        Body = (ChangeOf(districtId, studentId) with { Again = true }).ToBody(),
                    },
                ],
                cancellationToken);
        }
    }

    /// <returns>What differs, for the evidence; null when nothing does.</returns>
    private async Task<string?> FindDifferenceAsync(
        StudentFile student, DistrictFile file, LocalDate raisedThrough, LocalDate today, CancellationToken cancellationToken)
    {
        var read = await schedules.ReadAsync(student.DistrictId, student.Student.StudentId, cancellationToken);
        var rules = DistrictRules.Of(file);
        // As of the day of the last refresh: what time alone has changed since is no fault. A refresh whose day a run has
        // read and that did not happen is one.
        var late = read.Schedule.Agenda.Select(AgendaPlace.FromText)
            .Any(one => one.ReminderId == AgendaEntry.Refresh && one.On < raisedThrough);
        var asOf = read.Schedule.Revision == 0 || late ? today : read.Schedule.AsOf;
        var expected = AgendaEntry.For(student, StudentDueDates.Of(student, rules, asOf), rules, asOf)
            .Select(entry => entry.Place)
            .ToHashSet();
        var owned = read.Schedule.Agenda.Select(AgendaPlace.FromText).ToHashSet();
        var (notOwned, surplus) = (expected.Count(one => !owned.Contains(one)), owned.Count(one => !expected.Contains(one)));

        // Days already read by a run are history: what stood there was raised.
        var missing = 0;
        foreach (var place in expected.Where(one => one.On > raisedThrough && owned.Contains(one)))
        {
            if (await agenda.FindAsync(student.DistrictId, student.Student.StudentId, place, cancellationToken) is null)
            {
                missing++;
            }
        }

        return (read.Schedule.IsSettled, notOwned, surplus, missing) is (true, 0, 0, 0)
            ? null
            : EvidenceDetail.Of(
                ("unfinished", read.Schedule.IsSettled ? null : "yes"), ("notInSchedule", Count(notOwned)),
                ("noLongerTrue", Count(surplus)), ("missingInAgenda", Count(missing)));
    }

    private Task RepairAsync(string districtId, string studentId, string difference, CancellationToken cancellationToken)
    {
        LogRepaired(districtId, studentId, difference);
        var entry = new EvidenceEntry
        {
            Kind = EvidenceKind.AgendaRepaired,
            At = clock.GetCurrentInstant(),
            StudentId = studentId,
            Detail = difference,
        };
        return refresh.RepairAsync(ChangeOf(districtId, studentId), [entry], cancellationToken);
    }

    private static PlanChange ChangeOf(string districtId, string studentId) =>
        new() { DistrictId = districtId, StudentId = studentId, Reason = "audit of the agenda" };

    private static string? Count(int number) =>
        number == 0 ? null : number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "District {DistrictId}: the share of the audit that began on {BegunOn} is done, {Seen} students looked at by this call")]
    private partial void LogDone(string districtId, LocalDate begunOn, int seen);

    [LoggerMessage(Level = LogLevel.Information, Message = "District {DistrictId}: {Seen} students looked at, the next call goes on")]
    private partial void LogGoesOn(string districtId, int seen);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "District {DistrictId}: the share of the audit that began on {BegunOn} was not done in its night and goes on")]
    private partial void LogLate(string districtId, LocalDate begunOn);

    [LoggerMessage(Level = LogLevel.Error, Message = "District {DistrictId}, student {StudentId} could not be audited")]
    private partial void LogFailed(string districtId, string studentId, Exception failed);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Agenda of district {DistrictId}, student {StudentId} differed from the plans: {Difference}")]
    private partial void LogRepaired(string districtId, string studentId, string difference);
}
