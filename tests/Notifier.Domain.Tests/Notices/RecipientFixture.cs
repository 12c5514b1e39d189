using NodaTime;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Domain.Tests.Notices;

/// <summary>A student of ten with a mother and a father in two households, and the staff around her.</summary>
internal static class RecipientFixture
{
    public static readonly LocalDate Today = new(2026, 10, 16);

    public static readonly DateTimeZone Chicago = DateTimeZoneProviders.Tzdb["America/Chicago"];

    public static readonly Contact Mother = new()
    {
        ContactId = "C1",
        StudentId = "S1",
        Name = "Ana Ruiz",
        Relationship = "mother",
        Language = "es",
        Email = "ana@example.org",
        Phone = "+15125550142",
        Channels = [Channel.Sms, Channel.Email],
        TextConsentOn = new(2026, 8, 20),
        ReceivesNotices = true,
    };

    public static readonly Contact Father = new()
    {
        ContactId = "C2",
        StudentId = "S1",
        Name = "Tom Ruiz",
        Relationship = "father",
        Email = "tom@example.org",
        Channels = [Channel.Email],
        ReceivesNotices = true,
        TimeZone = DateTimeZoneProviders.Tzdb["America/Denver"],
    };

    public static readonly Contact Self = new()
    {
        ContactId = "C3",
        StudentId = "S1",
        Name = "Maya Ruiz",
        Relationship = "Self",
        Email = "maya@example.org",
        Channels = [Channel.Email],
        ReceivesNotices = true,
    };

    public static readonly StaffMember CaseManager = new()
    {
        StaffId = "T1",
        Name = "Dana Reyes",
        Email = "dreyes@example.org",
        Role = "caseManager",
        SupervisorId = "T2",
        SchoolId = "L1",
    };

    public static readonly StaffMember Supervisor = new()
    {
        StaffId = "T2",
        Name = "Kim Lee",
        Email = "klee@example.org",
        Role = "supervisor",
    };

    public static RecipientQuestion Question { get; } = new()
    {
        District = new District
        {
            DistrictId = "D1",
            Name = "Example District",
            State = "TX",
            TimeZone = Chicago,
            Policies = new DistrictPolicies { ContactEmail = "office@example.org" },
        },
        Student = new Student
        {
            StudentId = "S1",
            FirstName = "Maya",
            LastName = "Ruiz",
            BirthDate = new(2016, 2, 29),
            SchoolId = "L1",
        },
        Contacts = [Mother, Father],
        Staff = [CaseManager, Supervisor],
        CaseManagerId = "T1",
        Obligation = new ObligationId("annual-review"),
        Audience = Audience.Family,
        On = Today,
    };

    public static RecipientQuestion Born(this RecipientQuestion question, LocalDate birthDate) =>
        question with { Student = question.Student with { BirthDate = birthDate } };
}
