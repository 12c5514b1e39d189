using NodaTime;
using Notifier.Domain.Tests.DueDates;
using Notifier.Obligations;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Domain.Tests.Reminders;

/// <summary>
/// A duty due on Friday, 2025-12-12, in the calendar <c>cal-ab</c>: winter break from Monday the 22nd to Friday, January 2.
/// Without an acknowledgement the supervisor hears on the 17th, the district on Monday, January 5 plus two days.
/// </summary>
public sealed class AcknowledgedEscalationTests
{
    private static readonly EscalationStep[] Steps = [new(3, EscalationTarget.Supervisor), new(8, EscalationTarget.District)];

    [Theory]
    // Before the due date is over there is nothing to acknowledge.
    [InlineData("Thu 2025-12-11", "Wed 2025-12-17")]
    [InlineData("Fri 2025-12-12", "Wed 2025-12-17")]
    [InlineData("Sat 2025-12-13", "Wed 2025-12-17")]
    [InlineData("Mon 2025-12-15", "Thu 2025-12-18")]
    [InlineData("Tue 2025-12-16", "Fri 2025-12-19")]
    // What has come has come.
    [InlineData("Wed 2025-12-17", "Wed 2025-12-17")]
    [InlineData("Thu 2025-12-18", "Wed 2025-12-17")]
    public void The_supervisor_hears_three_school_days_after_the_acknowledgement(string acknowledged, string told) =>
        Assert.Equal(PlanBuilder.Day(told), DayOf("escalation-supervisor-3", Audience.Supervisor, "Wed 2025-12-17", acknowledged));

    [Theory]
    [InlineData("Tue 2025-12-16", "Fri 2026-01-09")]
    [InlineData("Thu 2025-12-18", "Tue 2026-01-13")]
    // In the break: as from the last school day before it.
    [InlineData("Wed 2025-12-24", "Wed 2026-01-14")]
    public void The_district_hears_eight_school_days_after_it(string acknowledged, string told) =>
        Assert.Equal(PlanBuilder.Day(told), DayOf("escalation-district-8", Audience.District, "Wed 2026-01-07", acknowledged));

    [Theory]
    [InlineData("supervisor-late-7")]
    // A step that the district has taken out of its policy meanwhile.
    [InlineData("escalation-supervisor-5")]
    public void Nothing_else_is_put_off(string stepId) =>
        Assert.Equal(PlanBuilder.Day("Fri 2025-12-19"), DayOf(stepId, Audience.Supervisor, "Fri 2025-12-19", "Tue 2025-12-16"));

    private static LocalDate DayOf(string stepId, Audience audience, string on, string acknowledged) => Escalation.DayOf(
        new Reminder
        {
            DistrictId = "D1",
            PlanId = "P1",
            StudentId = "S-1",
            Obligation = ObligationIds.AnnualReview,
            DueOn = PlanBuilder.Day("Fri 2025-12-12"),
            StepId = stepId,
            Audience = audience,
            On = PlanBuilder.Day(on),
        },
        PlanBuilder.Day(acknowledged), CaseFiles.Calendar("cal-ab"), Steps);
}
