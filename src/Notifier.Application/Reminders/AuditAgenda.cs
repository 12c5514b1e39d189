using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Application.Storage;
using Notifier.Evidence;

namespace Notifier.Application.Reminders;

/// <summary>
/// Nightly: of a rotating share of students, computes the reminders anew and compares them with the agenda. What differs
/// is put right and recorded. Something differs only after a fault: nobody is to find it out by a missed due date.
/// </summary>
public sealed partial class AuditAgenda(
    DistrictFiles districts,
    StudentFiles students,
    StudentSchedules schedules,
    Agenda agenda,
    RunProgress progress,
    RefreshDueDates refresh,
    IClock clock,
    AgendaSettings settings,
    ILogger<AuditAgenda> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var districtId in districts.AllIdsAsync(cancellationToken))
        {
            if (await districts.GetAsync(districtId, cancellationToken) is { } file)
            {
                await RunAsync(file, cancellationToken);
            }
        }
    }

    private async Task RunAsync(DistrictFile file, CancellationToken cancellationToken)
    {
        var district = file.District;
        var today = district.Today(clock.GetCurrentInstant());
        var share = Period.DaysBetween(new LocalDate(2000, 1, 1), today) % settings.AuditShares;
        var raised = await progress.GetAsync(district.DistrictId, today, cancellationToken);
        var (audited, repaired) = (0, 0);
        await foreach (var student in students.AllAsync(district.DistrictId, cancellationToken))
        {
            var studentId = student.Student.StudentId;
            if (StableId.Shard(studentId, settings.AuditShares) != share)
            {
                continue;
            }

            audited++;
            if (await FindDifferenceAsync(student, file, raised.StartedThrough, today, cancellationToken) is { } difference)
            {
                repaired++;
                await RepairAsync(district.DistrictId, studentId, difference, cancellationToken);
            }
        }

        LogDone(district.DistrictId, audited, repaired);
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
        var change = new PlanChange { DistrictId = districtId, StudentId = studentId, Reason = "audit of the agenda" };
        return refresh.RepairAsync(change, [entry], cancellationToken);
    }

    private static string? Count(int number) =>
        number == 0 ? null : number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Information, Message = "District {DistrictId}: {Audited} students audited, {Repaired} repaired")]
    private partial void LogDone(string districtId, int audited, int repaired);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Agenda of district {DistrictId}, student {StudentId} differed from the plans: {Difference}")]
    private partial void LogRepaired(string districtId, string studentId, string difference);
}
