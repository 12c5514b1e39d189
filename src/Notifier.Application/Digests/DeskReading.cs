using NodaTime;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>Reads what stands on one desk today: the students noted there and their files, and nothing else.</summary>
public sealed class DeskReading(
    StaffDuties duties, StudentFiles students, VisibleProblems problems, MeetingGaps meetings, DigestLines lines)
{
    /// <param name="staffId">A member of staff, or the district's contact.</param>
    /// <param name="rules">The district's.</param>
    /// <param name="today">The district's date.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<DigestFound> ReadAsync(
        string staffId, DistrictRules rules, LocalDate today, CancellationToken cancellationToken)
    {
        var found = new DeskFound();
        await OwnAsync(staffId, rules, today, found, cancellationToken);
        if (DeskOwners.MayStandAbove(staffId, rules.File))
        {
            await foreach (var other in duties.CaseManagersAsync(rules.File.District.DistrictId, cancellationToken))
            {
                await TeamAsync(staffId, other, rules, today, found, cancellationToken);
            }
        }

        return found.ToFound();
    }

    private async Task OwnAsync(
        string staffId, DistrictRules rules, LocalDate today, DeskFound found, CancellationToken cancellationToken)
    {
        var districtId = rules.File.District.DistrictId;
        var rows = await duties.ListAsync(districtId, staffId, today, cancellationToken)
            .Where(row => row.Audience == Audience.CaseManager).ToListAsync(cancellationToken);
        var last = DigestDays.LastBefore(today, rules);
        foreach (var one in rows.GroupBy(row => row.StudentId).OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            var student = one.Key.Length == 0 ? null : await students.GetAsync(districtId, one.Key, cancellationToken);
            if (student is not null && one.Any(row => row.From is not null))
            {
                var isNews = one.Any(row => row.From is not null && row.NotedAt > last);
                await lines.AddAsync(student, staffId, Audience.CaseManager, isNews, rules, today, found, cancellationToken);
                found.Meetings.AddRange(await meetings.OfAsync(student, staffId, rules, today, cancellationToken));
            }

            if (one.FirstOrDefault(row => row.From is null) is { } noted)
            {
                await ProblemsAsync(staffId, noted, student, rules, found, cancellationToken);
            }
        }
    }

    private async Task ProblemsAsync(
        string staffId, StaffDutyRow noted, StudentFile? student, DistrictRules rules, DeskFound found,
        CancellationToken cancellationToken)
    {
        var any = false;
        await foreach (var row in problems.ListOpenAsync(rules.File.District.DistrictId, noted.StudentId, cancellationToken))
        {
            var plan = student?.Plans.FirstOrDefault(one => one.Plan.PlanId == row.PlanId)?.Plan
                ?? student?.Gaps.FirstOrDefault(gap => gap.Plan?.PlanId == row.PlanId)?.Plan;
            if (DeskOwners.OfProblem(row, plan) == staffId)
            {
                any = true;
                found.Problems.Add(new FoundProblem(row, student?.Student, plan));
            }
        }

        if (!any)
        {
            await duties.RemoveAsync(noted, cancellationToken);
        }
    }

    private async Task TeamAsync(
        string staffId, string caseManagerId, DistrictRules rules, LocalDate today, DeskFound found,
        CancellationToken cancellationToken)
    {
        if (caseManagerId == staffId || DeskOwners.Above(caseManagerId, staffId, rules.File, today) is not { Count: > 0 } audiences)
        {
            return;
        }

        var districtId = rules.File.District.DistrictId;
        var rows = await duties.ListAsync(districtId, caseManagerId, today, cancellationToken)
            .Where(row => audiences.Contains(row.Audience)).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            if (await students.GetAsync(districtId, row.StudentId, cancellationToken) is { } student)
            {
                var isNews = row.NotedAt > DigestDays.LastBefore(today, rules);
                await lines.AddAsync(student, caseManagerId, row.Audience, isNews, rules, today, found, cancellationToken);
            }
        }
    }
}
