using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Application.Tests.PlanDates;

/// <summary>A small district and its students, with every field set.</summary>
internal static class SampleFiles
{
    public const string DistrictId = "oak/hill #1";

    public static DistrictFile District(int staff = 2) => new()
    {
        District = new District
        {
            DistrictId = DistrictId,
            Name = "Oak Hill",
            State = "TX",
            TimeZone = DateTimeZoneProviders.Tzdb["America/Chicago"],
            Policies = new DistrictPolicies
            {
                AnnualRule = AnnualRule.Days364,
                SafeguardsNoticeDay = new AnnualDate(9, 1),
                StricterDays = new Dictionary<ObligationId, int> { [new ObligationId("initial-evaluation")] = 50 },
                RunHour = new LocalTime(5, 30),
            },
        },
        Schools = [new School { SchoolId = "E1", Name = "Oak Elementary" }, new School { SchoolId = "E2", Name = "Elm Elementary" }],
        Staff =
        [
            .. Enumerable.Range(1, staff).Select(i => new StaffMember
            {
                StaffId = $"T{i}", Name = $"Teacher {i} Müller", Email = $"t{i}@example.org", SupervisorId = "T1",
            }),
        ],
        Calendar =
        [
            new CalendarEntry
            {
                Kind = CalendarEntryKind.SchoolYear, FirstDate = new LocalDate(2026, 8, 17), LastDate = new LocalDate(2027, 5, 27),
            },
            new CalendarEntry
            {
                Kind = CalendarEntryKind.NoSchool, FirstDate = new LocalDate(2026, 9, 7), LastDate = new LocalDate(2026, 9, 7),
                Name = "Labor Day", SchoolId = "E1",
            },
        ],
    };

    public static StudentFile Student(string id, string schoolId = "E1", params PlanDate[] dates)
    {
        var student = new Student
        {
            StudentId = id,
            FirstName = "Ana",
            LastName = "Peña \"Ñ\"",
            BirthDate = new LocalDate(2016, 2, 29),
            Grade = "04",
            SchoolId = schoolId,
        };
        return new StudentFile
        {
            DistrictId = DistrictId,
            Student = student,
            Plans =
            [
                new PlanRecord
                {
                    Plan = new Plan { PlanId = $"{id}-P", StudentId = id, Kind = PlanKind.Section504, CaseManagerId = "T1" },
                    Student = student,
                    Dates = dates.Length > 0 ? dates : [new PlanDate(PlanDateKind.GoalDue, new LocalDate(2026, 10, 30), "reading | fluency")],
                },
            ],
            Contacts =
            [
                new Contact
                {
                    ContactId = "C1", StudentId = id, Name = "María Peña", Relationship = "mother", Language = "es",
                    Email = "maria@example.org", Phone = "+15125550142", Channels = [Channel.Sms, Channel.Email],
                    TextConsentOn = new LocalDate(2026, 8, 1), ReceivesNotices = true,
                    TimeZone = DateTimeZoneProviders.Tzdb["America/Denver"],
                },
                new Contact { ContactId = "C2", StudentId = id, Name = "José", ReceivesNotices = false },
            ],
            Accommodations = [new Accommodation($"{id}-P", "scheduleChangeNotice", "the evening before")],
        };
    }
}
