using NodaTime;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.Notices;
using Notifier.Obligations;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Testing;

/// <summary>Facts of one invented family and school, for tests of what notices say.</summary>
public static class NoticeFixture
{
    public static readonly LocalDate Today = new(2026, 12, 17);

    public static readonly LocalDate DueOn = new(2027, 1, 15);

    public static District District { get; } = new()
    {
        DistrictId = "D1",
        Name = "Cedar Valley School District",
        State = "TX",
        TimeZone = DateTimeZoneProviders.Tzdb["America/Chicago"],
        Policies = new DistrictPolicies { OfficePhone = "+15125550100", ContactEmail = "office@example.org" },
    };

    public static School School { get; } = new() { SchoolId = "L1", Name = "Lincoln Elementary" };

    public static Student Student { get; } = new()
    {
        StudentId = "S1",
        FirstName = "Maya",
        LastName = "Quintanilla",
        BirthDate = new(2016, 5, 2),
        Grade = "05",
        SchoolId = "L1",
    };

    public static StaffMember CaseManager { get; } = new()
    {
        StaffId = "T1",
        Name = "Dana Reyes",
        Email = "dreyes@example.org",
        Phone = "+15125550142",
        Role = "caseManager",
    };

    public static Recipient Guardian { get; } = new()
    {
        RecipientId = "C1",
        Name = "Ana Quintanilla",
        Language = "en",
        Channel = Channel.Email,
        Address = "ana@example.org",
        TimeZone = District.TimeZone,
    };

    public static Recipient ToCaseManager { get; } = new()
    {
        RecipientId = "T1",
        Name = "Dana Reyes",
        Language = "en",
        Channel = Channel.Email,
        Address = "dreyes@example.org",
        TimeZone = District.TimeZone,
    };

    public static MeetingFacts Meeting { get; } = new()
    {
        On = new(2027, 1, 26),
        At = new(14, 30),
        Place = "Room 12",
        Format = MeetingFormat.InPerson,
    };

    /// <summary>For a family, by mail in English, about an IEP.</summary>
    public static NoticeFacts Family(string obligation) => new()
    {
        District = District,
        School = School,
        Student = Student,
        Plan = new Plan { PlanId = "P1", StudentId = "S1", Kind = PlanKind.Iep, CaseManagerId = "T1" },
        DueDate = Due(obligation),
        Audience = Audience.Family,
        Recipient = Guardian,
        Today = Today,
        CaseManager = CaseManager,
        Meeting = obligation == "meeting-notice" ? Meeting : null,
    };

    /// <summary>For the case manager, with the reasons.</summary>
    public static NoticeFacts Staff(string obligation) => Family(obligation) with
    {
        Audience = Audience.CaseManager,
        Recipient = ToCaseManager,
        Why =
        [
            "The last plan meeting on record was held on Thu 2026-01-15: that is day 0.",
            "The district counts a year to the same day of the next year: Fri 2027-01-15.",
        ],
    };

    public static DueDate Due(string obligation) => new()
    {
        PlanId = "P1",
        StudentId = "S1",
        Obligation = new ObligationId(obligation),
        StartedOn = obligation == "meeting-notice" ? Meeting.On : new(2026, 1, 15),
        DueOn = DueOn,
        LastPracticalDay = new(2027, 1, 15),
        Status = DueStatus.Due,
        Law = ObligationCatalog.Find(new ObligationId(obligation)) is { Law.Count: > 0 } idea
            ? idea.Law
            : ObligationCatalog.Find(new ObligationId(obligation)).Section504Law,
    };

    public static NoticeFacts By(this NoticeFacts facts, Channel channel, string language) =>
        facts with { Recipient = facts.Recipient with { Channel = channel, Language = language } };

    /// <summary>A notice of a meeting that was told for two days earlier before, where it says so.</summary>
    public static NoticeFacts Saying(this NoticeFacts facts, MeetingNews news) => facts.Meeting is null ? facts : facts with
    {
        Message = new MeetingMessage
        {
            News = news,
            Uid = "0123456789abcdef0123456789abcdef",
            Revision = news == MeetingNews.Invitation ? 0 : 1,
            ToldOn = news == MeetingNews.Invitation ? null : facts.Meeting.On.PlusDays(-2),
            At = Instant.FromUtc(2026, 12, 17, 15, 0),
        },
    };

    public static NoticeFacts ToTheStudent(this NoticeFacts facts) =>
        facts with { Recipient = facts.Recipient with { RecipientId = "C3", Name = "Maya Quintanilla", IsTheStudent = true } };

    /// <summary>The longest names that are likely to meet.</summary>
    public static NoticeFacts WithLongNames(this NoticeFacts facts, string student, string school) => facts with
    {
        Student = facts.Student with { FirstName = student },
        School = facts.School with { Name = school },
        CaseManager = CaseManager with { Name = "Guadalupe Fitzgerald-Washington" },
        DueDate = facts.DueDate with { DueOn = LongestDate },
        Meeting = facts.Meeting is null ? null : facts.Meeting with { On = LongestDate },
        Today = LongestDate.PlusDays(-30),
    };

    // A Wednesday, "miércoles 30 de septiembre": no date is longer in either language.
    private static readonly LocalDate LongestDate = new(2026, 9, 30);
}
