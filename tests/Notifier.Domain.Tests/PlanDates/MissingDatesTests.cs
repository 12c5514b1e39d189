using NodaTime;
using NodaTime.Text;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.PlanDates.Contradictions;

namespace Notifier.Domain.Tests.PlanDates;

/// <summary>Today is Fri 2026-11-20.</summary>
public class MissingDatesTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    [Theory]
    [InlineData(PlanKind.Iep, "", "iepMeetingHeld and neither evaluationCompleted nor eligibilityDetermined")]
    [InlineData(PlanKind.Iep, "2026-11-19 meetingScheduled", "no iepMeetingHeld and neither")]
    [InlineData(PlanKind.Iep, "2024-10-21 evaluationCompleted", "no iepMeetingHeld, so the annual review")]
    [InlineData(PlanKind.Iep, "2025-11-03 iepMeetingHeld", "neither evaluationCompleted nor eligibilityDetermined, so the re-evaluation")]
    [InlineData(PlanKind.Iep, "2025-11-03 iepMeetingHeld, 2026-11-21 exited", "neither evaluationCompleted nor eligibilityDetermined, so the re-evaluation")]
    [InlineData(PlanKind.Section504, "", "no iepMeetingHeld, so the annual review")]
    [InlineData(PlanKind.Section504, "2026-09-01 consentReceived, 2026-10-01 evaluationCompleted", "no iepMeetingHeld, so the annual review")]
    public void A_plan_whose_duties_nothing_counts_is_named(PlanKind kind, string dates, string what)
    {
        var missing = MissingDates.Find(Plan(kind, dates), Today);

        Assert.Contains(what, missing!.What, StringComparison.Ordinal);
        Assert.StartsWith("Add the last ", missing.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-27 consentReceived")]
    [InlineData("2026-10-01 referralReceived, 2026-10-27 consentReceived")]
    public void A_consent_alone_asks_whether_the_evaluation_goes_on(string dates)
    {
        var missing = MissingDates.Find(Plan(PlanKind.Iep, dates), Today);

        Assert.Contains("nobody counts the days of that evaluation", missing!.What, StringComparison.Ordinal);
        Assert.StartsWith("Write evaluation as its kind in plans.csv", missing.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PlanKind.Iep, "2024-10-28 eligibilityDetermined, 2025-11-03 iepMeetingHeld")]
    [InlineData(PlanKind.Iep, "2024-10-21 evaluationCompleted, 2025-11-03 iepMeetingHeld")]
    [InlineData(PlanKind.Iep, "2024-10-21 evaluationReportCompleted, 2025-11-03 iepMeetingHeld")]
    [InlineData(PlanKind.Iep, "2026-10-28 eligibilityDetermined")]
    [InlineData(PlanKind.Iep, "2024-10-21 evaluationCompleted, 2026-11-20 meetingScheduled")]
    [InlineData(PlanKind.Iep, "2026-11-20 exited")]
    [InlineData(PlanKind.Iep, "2026-11-01 serviceConsentRevoked")]
    [InlineData(PlanKind.Section504, "2026-02-10 iepMeetingHeld")]
    [InlineData(PlanKind.Section504, "2026-11-01 consentReceived")]
    [InlineData(PlanKind.Evaluation, "")]
    public void A_plan_that_is_counted_ended_or_on_its_way_is_left_alone(PlanKind kind, string dates) =>
        Assert.Null(MissingDates.Find(Plan(kind, dates), Today));

    private static PlanRecord Plan(PlanKind kind, string dates) => new()
    {
        Plan = new Plan { PlanId = "P1", StudentId = "S1", Kind = kind, CaseManagerId = "CM1" },
        Student = new Student { StudentId = "S1", FirstName = "Ana", LastName = "Ruiz", BirthDate = new LocalDate(2016, 3, 4), SchoolId = "E1" },
        Dates =
        [
            .. dates.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(date => date.Split(' ')).Select(date => new PlanDate(
                Enum.Parse<PlanDateKind>(date[1], ignoreCase: true), LocalDatePattern.Iso.Parse(date[0]).Value)),
        ],
    };
}
