using NodaTime;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;
using static Notifier.Law.PlanDateKind;

namespace Notifier.Benchmarks;

/// <summary>A mixed population with a fixed seed: six in ten IEPs, a quarter 504 plans, the rest evaluations.</summary>
internal static class SamplePlans
{
    public static IReadOnlyList<CalendarEntry> Calendar { get; } =
    [
        Row(CalendarEntryKind.SchoolYear, new(2025, 8, 20), new(2026, 5, 29)),
        Row(CalendarEntryKind.SchoolYear, new(2026, 8, 19), new(2027, 5, 28)),
        Row(CalendarEntryKind.SchoolYear, new(2027, 8, 18), new(2028, 5, 26)),
        Row(CalendarEntryKind.NoSchool, new(2026, 11, 25), new(2026, 11, 27)),
        Row(CalendarEntryKind.NoSchool, new(2026, 12, 21), new(2027, 1, 1)),
        Row(CalendarEntryKind.NoSchool, new(2027, 3, 15), new(2027, 3, 19)),
        Row(CalendarEntryKind.ProgressReportDue, new(2026, 10, 30), new(2026, 10, 30)),
        Row(CalendarEntryKind.ProgressReportDue, new(2027, 1, 15), new(2027, 1, 15)),
    ];

    public static IReadOnlyList<PlanRecord> Mixed(int count)
    {
        var random = new Random(20261120);
        return [.. Enumerable.Range(0, count).Select(index => Make(index, random))];
    }

    private static PlanRecord Make(int index, Random random)
    {
        var kind = random.Next(100) switch { < 60 => PlanKind.Iep, < 85 => PlanKind.Section504, _ => PlanKind.Evaluation };
        var asOf = new LocalDate(2026, 11, 20);
        LocalDate Past(int days) => asOf.PlusDays(-random.Next(1, days));
        PlanDate[] dates = kind switch
        {
            PlanKind.Evaluation =>
            [
                new(ReferralReceived, Past(60)), new(ConsentReceived, Past(40)),
                new(Absence, Past(30)), new(MeetingScheduled, asOf.PlusDays(random.Next(1, 60))),
            ],
            PlanKind.Section504 =>
            [
                new(IepMeetingHeld, Past(400)), new(EvaluationCompleted, Past(1100)),
            ],
            _ =>
            [
                new(ConsentReceived, Past(1200)), new(EligibilityDetermined, Past(1150)),
                new(EvaluationCompleted, Past(1100)), new(IepMeetingHeld, Past(380)), new(IepAmended, Past(100)),
                new(MeetingScheduled, asOf.PlusDays(random.Next(1, 60))), new(PriorNoticeSent, Past(20)),
            ],
        };
        return new PlanRecord
        {
            Plan = new Plan { PlanId = $"P{index}", StudentId = $"S{index}", Kind = kind, CaseManagerId = "M1" },
            Student = new Student
            {
                StudentId = $"S{index}",
                FirstName = "A",
                LastName = "Student",
                BirthDate = new LocalDate(2026 - random.Next(4, 18), random.Next(1, 13), random.Next(1, 29)),
                Grade = $"{random.Next(1, 13):00}",
                SchoolId = "A",
            },
            Dates = dates,
        };
    }

    private static CalendarEntry Row(CalendarEntryKind kind, LocalDate first, LocalDate last) =>
        new() { Kind = kind, FirstDate = first, LastDate = last, Name = kind.ToString() };
}
