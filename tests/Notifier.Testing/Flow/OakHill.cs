using NodaTime;
using NodaTime.Text;
using Notifier.Application.PlanDates;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Testing.Flow;

/// <summary>A small invented district with the school years 2025-26 and 2026-27, and one family in it.</summary>
public static class OakHill
{
    public const string DistrictId = "oak-hill";

    public const string StudentId = "S1";

    public const string PlanId = "P1";

    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["America/Chicago"];

    public static DistrictFile District(params CalendarEntry[] more) => new()
    {
        District = new District
        {
            DistrictId = DistrictId,
            Name = "Oak Hill Schools",
            State = "US",
            TimeZone = Zone,
            // Each rung a mail of its own, and nobody above: whoever tests digest or summary says so.
            Policies = new DistrictPolicies
            {
                OfficePhone = "+15125550100",
                ContactEmail = "office@example.org",
                StaffMail = StaffMail.Each,
                Escalation = [],
                WeeklySummary = SummaryDay.Never,
            },
        },
        Schools = [new School { SchoolId = "E1", Name = "Oak Elementary" }],
        Staff =
        [
            new StaffMember { StaffId = "T1", Name = "Dana Reyes", Email = "t1@example.org", Role = "caseManager", SupervisorId = "T2" },
            new StaffMember { StaffId = "T2", Name = "Lee Wong", Email = "t2@example.org", Role = "supervisor" },
        ],
        Calendar =
        [
            Entry(CalendarEntryKind.SchoolYear, new LocalDate(2025, 8, 18), new LocalDate(2026, 5, 29), "2025-26"),
            Entry(CalendarEntryKind.SchoolYear, new LocalDate(2026, 8, 17), new LocalDate(2027, 5, 28), "2026-27"),
            Entry(CalendarEntryKind.NoSchool, new LocalDate(2025, 11, 24), new LocalDate(2025, 11, 28), "Thanksgiving"),
            Entry(CalendarEntryKind.NoSchool, new LocalDate(2025, 12, 22), new LocalDate(2026, 1, 2), "Winter break"),
            Entry(CalendarEntryKind.NoSchool, new LocalDate(2026, 3, 16), new LocalDate(2026, 3, 20), "Spring break"),
            Entry(CalendarEntryKind.NoSchool, new LocalDate(2026, 11, 23), new LocalDate(2026, 11, 27), "Thanksgiving"),
            Entry(CalendarEntryKind.NoSchool, new LocalDate(2026, 12, 21), new LocalDate(2027, 1, 1), "Winter break"),
            .. more,
        ],
    };

    public static CalendarEntry Entry(CalendarEntryKind kind, LocalDate first, LocalDate last, string name) =>
        new() { Kind = kind, FirstDate = first, LastDate = last, Name = name };

    /// <summary>A child of ten with an IEP, a mother who reads Spanish and prefers texts, and a father who reads mail.</summary>
    public static StudentFile Family(params PlanDate[] dates) => Family(StudentId, PlanId, dates);

    public static StudentFile Family(string studentId, string planId, params PlanDate[] dates)
    {
        var student = new Student
        {
            StudentId = studentId,
            FirstName = "Ximena",
            LastName = "Peña",
            BirthDate = new LocalDate(2015, 10, 5),
            Grade = "04",
            SchoolId = "E1",
        };
        return new StudentFile
        {
            DistrictId = DistrictId,
            Student = student,
            Plans =
            [
                new PlanRecord
                {
                    Plan = new Plan { PlanId = planId, StudentId = studentId, Kind = PlanKind.Iep, CaseManagerId = "T1" },
                    Student = student,
                    Dates = dates,
                },
            ],
            Contacts = [Mother(studentId), Father(studentId)],
        };
    }

    public static Contact Mother(string studentId) => new()
    {
        ContactId = $"{studentId}-C1",
        StudentId = studentId,
        Name = "María Peña",
        Relationship = "mother",
        Language = "es",
        Email = $"maria.{studentId}@example.org",
        Phone = "+15125550142",
        Channels = [Channel.Sms, Channel.Email],
        TextConsentOn = new LocalDate(2025, 8, 1),
        ReceivesNotices = true,
    };

    public static Contact Father(string studentId) => new()
    {
        ContactId = $"{studentId}-C2",
        StudentId = studentId,
        Name = "Jorge Peña",
        Relationship = "father",
        Language = "en",
        Email = $"jorge.{studentId}@example.org",
        Channels = [Channel.Email],
        ReceivesNotices = true,
    };

    /// <summary>A moment by the clock on the district's wall.</summary>
    public static Instant At(int year, int month, int day, int hour, int minute = 0) =>
        Zone.AtStrictly(new LocalDateTime(year, month, day, hour, minute)).ToInstant();

    /// <summary>The day of a moment by the calendar on the district's wall; "never" for none.</summary>
    public static string DateOf(Instant? moment) =>
        moment is { } at ? LocalDatePattern.Iso.Format(at.InZone(Zone).Date) : "never";
}
