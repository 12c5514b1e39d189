using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Application.Tests.Digests;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Application.Tests.Summaries;

/// <summary>
/// Oak Hill with two case managers, T1 under supervisor T2 and T3 under supervisor T4. P1 of T1 became late on Saturday,
/// 2026-11-07, P3 of T3 was reviewed in time in that week.
/// </summary>
public abstract class WeeklySummaryTest : DigestTest
{
    protected static StudentFile Late { get; } = ReviewDue(new(2026, 11, 6));

    protected static StudentFile InTime { get; } =
        Of(ReviewDue(new(2026, 11, 9), "S3", "P3", new PlanDate(PlanDateKind.IepMeetingHeld, new(2026, 11, 5))), "T3");

    protected static DistrictFile Summaries(SummaryDay day = SummaryDay.FirstSchoolDay)
    {
        var file = District(
            new StaffMember { StaffId = "T1", Name = "Dana Reyes", Email = "t1@example.org", Role = "caseManager", SupervisorId = "T2" },
            new StaffMember { StaffId = "T2", Name = "Lee Wong", Email = "t2@example.org", Role = "supervisor" },
            new StaffMember { StaffId = "T3", Name = "Sam Ortiz", Email = "t3@example.org", Role = "caseManager", SupervisorId = "T4" },
            new StaffMember { StaffId = "T4", Name = "Kim Lee", Email = "t4@example.org", Role = "supervisor" });
        return file with
        {
            District = file.District with { Policies = file.District.Policies with { WeeklySummary = day, Escalation = [] } },
        };
    }

    /// <summary>Who got a summary: day, hour, address.</summary>
    protected IReadOnlyList<string> Told =>
        [.. ToStaff.Where(line => line.EndsWith(" staff-summary", StringComparison.Ordinal)).Select(line => line[..^" staff-summary".Length])];

    /// <summary>What the summaries of a desk named as overdue, by day.</summary>
    protected async Task<IReadOnlyList<string>> NamedAsync(string staffId) =>
        [.. (await World.NoticesAsync(NoticeDue.LedgerOfStaff(staffId))).Where(row => row.StepId == "summary").OrderBy(row => row.DueOn)
            .Select(row => $"{row.DueOn:uuuu-MM-dd}: {row.Changes}")];
}
