using NodaTime;
using NodaTime.Text;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.PlanDates.Contradictions;

namespace Notifier.Domain.Tests.PlanDates;

/// <summary>Today is Fri 2026-11-20; the child was born on 2016-03-04.</summary>
public class ContradictionTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    public static TheoryData<string, PlanKind, string, string> Wrong => new()
    {
        { "before birth", PlanKind.Iep, "2015-03-04 iepMeetingHeld", "2015-03-04: iepMeetingHeld lies before the student's birth on 2016-03-04" },
        { "meeting in the future", PlanKind.Iep, "2026-11-21 iepMeetingHeld", "2026-11-21: iepMeetingHeld lies in the future, but names something that has happened" },
        { "goal far ahead", PlanKind.Iep, "2028-11-21 goalDue", "2028-11-21: goalDue lies more than 2 years ahead" },
        { "consent before referral", PlanKind.Evaluation, "2026-09-10 referralReceived, 2026-09-01 consentReceived", "2026-09-01: consentReceived lies before the referralReceived of 2026-09-10" },
        { "meeting before referral", PlanKind.Evaluation, "2026-09-10 referralReceived, 2026-09-01 iepMeetingHeld", "2026-09-01: iepMeetingHeld lies before the referralReceived of 2026-09-10" },
        { "meeting before consent", PlanKind.Iep, "2026-09-10 consentReceived, 2026-09-01 iepMeetingHeld", "2026-09-01: iepMeetingHeld lies before the consentReceived of 2026-09-10" },
        { "evaluated before consent", PlanKind.Evaluation, "2026-09-10 consentReceived, 2026-09-01 evaluationCompleted", "2026-09-01: evaluationCompleted lies before the consentReceived of 2026-09-10" },
        { "report before consent", PlanKind.Evaluation, "2026-09-10 consentReceived, 2026-09-01 evaluationReportCompleted", "2026-09-01: evaluationReportCompleted lies before the consentReceived of 2026-09-10" },
        { "eligible after the meeting", PlanKind.Iep, "2026-09-01 evaluationCompleted, 2026-09-10 iepMeetingHeld, 2026-09-24 eligibilityDetermined", "2026-09-24: eligibilityDetermined lies after the iepMeetingHeld of 2026-09-10" },
        { "report after eligibility", PlanKind.Iep, "2026-09-24 eligibilityDetermined, 2026-10-01 evaluationReportCompleted", "2026-10-01: evaluationReportCompleted lies after the eligibilityDetermined of 2026-09-24" },
        { "amended before the meeting", PlanKind.Iep, "2026-09-01 iepAmended, 2026-09-24 iepMeetingHeld", "2026-09-01: iepAmended lies before the first iepMeetingHeld, 2026-09-24" },
        { "meeting after the exit", PlanKind.Iep, "2026-09-01 exited, 2026-09-24 iepMeetingHeld", "2026-09-01: exited lies before the iepMeetingHeld of 2026-09-24" },
        { "review of no goal", PlanKind.Iep, "2026-10-30 goalDue reading, 2026-10-30 goalReviewed readings", "2026-10-30: goalReviewed names \"readings\", and no goalDue of the plan does" },
        { "two meetings on one day", PlanKind.Iep, "2026-12-03 meetingScheduled 9:30, 2026-12-03 meetingScheduled 13:00", "2026-12-03: meetingScheduled stands there 2 times for this day" },
    };

    public static TheoryData<string, PlanKind, string> Right => new()
    {
        { "nothing recorded", PlanKind.Iep, "" },
        { "a first year", PlanKind.Iep, "2025-09-01 referralReceived, 2025-09-08 consentReceived, 2025-10-20 evaluationReportCompleted, 2025-10-20 evaluationCompleted, 2025-10-27 eligibilityDetermined, 2025-11-10 iepMeetingHeld, 2026-02-02 iepAmended" },
        { "all on one day", PlanKind.Iep, "2026-09-01 referralReceived, 2026-09-01 consentReceived, 2026-09-01 evaluationCompleted, 2026-09-01 evaluationReportCompleted, 2026-09-01 eligibilityDetermined, 2026-09-01 iepMeetingHeld" },
        { "re-evaluated in a running plan", PlanKind.Iep, "2022-09-08 consentReceived, 2022-10-20 evaluationCompleted, 2022-10-27 eligibilityDetermined, 2022-11-10 iepMeetingHeld, 2025-09-01 iepMeetingHeld, 2025-10-20 evaluationCompleted, 2025-10-27 eligibilityDetermined" },
        { "only the last determination is on record", PlanKind.Iep, "2024-11-10 iepMeetingHeld, 2025-11-03 iepMeetingHeld, 2026-09-01 eligibilityDetermined" },
        { "re-evaluation asked for in a running plan", PlanKind.Iep, "2024-09-08 consentReceived, 2024-11-10 iepMeetingHeld, 2026-09-01 referralReceived" },
        { "came with a plan from elsewhere", PlanKind.Iep, "2026-03-01 iepMeetingHeld, 2026-09-01 transferIepReceived, 2026-09-10 consentReceived, 2026-02-01 evaluationCompleted" },
        { "planned ahead", PlanKind.Iep, "2026-12-03 meetingScheduled, 2027-06-01 exited, 2027-01-15 goalDue reading, 2027-01-10 completionDateAgreed" },
        { "today", PlanKind.Iep, "2026-11-20 iepMeetingHeld" },
        { "exited on the day of a meeting", PlanKind.Iep, "2026-09-24 iepMeetingHeld, 2026-09-24 exited" },
        { "a goal reviewed", PlanKind.Section504, "2026-10-30 goalDue reading, 2026-10-28 goalReviewed reading" },
        { "a report redone after eligibility", PlanKind.Iep, "2026-09-20 evaluationReportCompleted, 2026-09-24 eligibilityDetermined, 2026-10-01 evaluationReportCompleted" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Dates_that_cannot_all_be_right_are_found_once(string what, PlanKind kind, string dates, string found)
    {
        var contradiction = Assert.Single(AllContradictions.Find(Plan(kind, dates), Today));

        Assert.True($"{LocalDatePattern.Iso.Format(contradiction.Date.Date)}: {contradiction.What}" == found, $"{what}: {contradiction}");
        Assert.NotEmpty(contradiction.Check);
        Assert.DoesNotMatch(@"\.$", contradiction.What + contradiction.Check);
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void Dates_that_are_right_are_left_alone(string what, PlanKind kind, string dates)
    {
        var found = AllContradictions.Find(Plan(kind, dates), Today);

        Assert.True(found.Count == 0, $"{what}: {string.Join(", ", found)}");
    }

    private static PlanRecord Plan(PlanKind kind, string dates) => new()
    {
        Plan = new Plan { PlanId = "P1", StudentId = "S1", Kind = kind, CaseManagerId = "CM1" },
        Student = new Student { StudentId = "S1", FirstName = "Ana", LastName = "Ruiz", BirthDate = new LocalDate(2016, 3, 4), SchoolId = "E1" },
        Dates = [.. dates.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Date)],
    };

    private static PlanDate Date(string text)
    {
        var parts = text.Split(' ', 3);
        return new PlanDate(
            Enum.Parse<PlanDateKind>(parts[1], ignoreCase: true), LocalDatePattern.Iso.Parse(parts[0]).Value, parts.Length > 2 ? parts[2] : "");
    }
}
