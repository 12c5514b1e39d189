using System.Text;
using NodaTime;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Adapters.Tests.DistrictFolders;

public class GoodFolderTests
{
    [Fact]
    public void A_folder_without_a_mistake_has_no_problem()
    {
        using var folder = new TestFolder();

        Assert.Empty(folder.Problems());
        Assert.Empty(folder.Rejects("students.csv"));
    }

    [Fact]
    public void Every_field_arrives_where_it_belongs()
    {
        using var folder = new TestFolder();

        var read = folder.Read();

        Assert.Equal(["S1", "S2"], read.Students.Select(file => file.Student.StudentId));
        var file = read.Students[0];
        Assert.Equal(
            new Student { StudentId = "S1", FirstName = "Ana", LastName = "Ruiz", BirthDate = new LocalDate(2016, 3, 4), Grade = "05", SchoolId = "E1" },
            file.Student);
        var contact = Assert.Single(file.Contacts);
        Assert.Equal("+15125550142", contact.Phone);
        Assert.Equal([Channel.Sms, Channel.Email], contact.Channels);
        Assert.Equal(new LocalDate(2026, 8, 4), contact.TextConsentOn);
        Assert.Equal(("C1", "Marta Ruiz", "mother", "es", "marta@example.org", true), (contact.ContactId, contact.Name, contact.Relationship, contact.Language, contact.Email, contact.ReceivesNotices));
        Assert.Null(contact.TimeZone);
        Assert.Equal("America/Denver", read.Students[1].Contacts[0].TimeZone!.Id);
        Assert.Equal(new Plan { PlanId = "P2", StudentId = "S2", Kind = PlanKind.Section504, CaseManagerId = "CM1" }, read.Students[1].Plans[0].Plan);
        Assert.Equal(5, file.Plans[0].Dates.Count);
        Assert.Contains(new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2025, 11, 3)), file.Plans[0].Dates);
        Assert.Equal([new Accommodation("P2", "scheduleChangeNotice", "the evening before")], read.Students[1].Accommodations);
    }

    [Fact]
    public void The_districts_own_file_arrives_whole()
    {
        using var folder = new TestFolder();

        var file = folder.Read().District!;

        Assert.Equal(("OAK", "Oak Hill", "TX", "America/Chicago"), (file.District.DistrictId, file.District.Name, file.District.State, file.District.TimeZone.Id));
        Assert.Equal(["E1", "M1"], file.Schools.Select(school => school.SchoolId));
        Assert.Equal("+15125550101", file.Staff[0].Phone);
        Assert.Equal(("SUP", "E1", "caseManager"), (file.Staff[0].SupervisorId, file.Staff[0].SchoolId, file.Staff[0].Role));
        Assert.Equal(
            [CalendarEntryKind.SchoolYear, CalendarEntryKind.NoSchool, CalendarEntryKind.NoSchool], file.Calendar.Select(entry => entry.Kind));
        Assert.Equal(file.Calendar[1].FirstDate, file.Calendar[1].LastDate);
        Assert.Equal("E1", file.Calendar[2].SchoolId);
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_a_byte_order_mark_in_front()
    {
        using var folder = new TestFolder();
        folder.Save();
        folder.WriteBytes("plans.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("KIND,caseManagerId,planId, studentId\r\niep,CM1,P1,S1\r\n504,CM1,P2,S2")]);

        Assert.Empty(folder.Problems());
        Assert.Equal("P2", folder.Read().Students[1].Plans[0].Plan.PlanId);
    }

    [Fact]
    public void Quotes_commas_and_line_breaks_belong_to_a_quoted_field()
    {
        using var folder = new TestFolder();
        folder.Replace("students.csv", "Ana,Ruiz", "\"Ana \"\"Nita\"\", the\r\nfirst\",Ruiz");

        Assert.Empty(folder.Problems());
        Assert.Equal("Ana \"Nita\", the\r\nfirst", folder.Read().Students[0].Student.FirstName);
    }

    [Fact]
    public void A_declared_date_form_is_read_beside_the_iso_form()
    {
        using var folder = new TestFolder();
        folder.Replace("district.json", "\"state\"", "\"dateFormat\": \"M/d/yyyy\", \"state\"");
        folder.Replace("plan-dates.csv", "P2,iepMeetingHeld,2026-02-10", "P2,iepMeetingHeld,2/10/2026");

        Assert.Empty(folder.Problems());
        Assert.Equal(new LocalDate(2026, 2, 10), folder.Read().Students[1].Plans[0].Dates[0].Date);
    }

    [Fact]
    public void A_scheduled_meeting_keeps_time_place_and_format()
    {
        using var folder = new TestFolder();
        folder.Add("plan-dates.csv", "P1,meetingScheduled,2026-12-03,Room 12; 2:30 pm; video");

        Assert.Empty(folder.Problems());
        Assert.Equal("Room 12; 14:30; video", folder.Read().Students[0].Plans[0].Dates[^1].Detail);
    }

    [Fact]
    public void Students_come_in_the_order_of_their_keys_whatever_order_the_file_has()
    {
        using var folder = new TestFolder();
        folder.Add("students.csv", "S10,Al,Fox,2015-01-01,06,M1", "a/1,Di,Lee,2015-01-01,06,M1", "S1b,Ed,May,2015-01-01,06,M1");

        Assert.Equal(["S1", "S10", "S1b", "S2", "a/1"], folder.Read().Students.Select(file => file.Student.StudentId));
    }

    [Fact]
    public void Every_policy_can_be_set()
    {
        using var folder = new TestFolder();
        folder.With("district.json", """
            {
              "districtId": "OAK", "name": "Oak Hill", "state": "us", "timeZone": "America/Chicago", "annualRule": "DayBefore",
              "policies": {
                "reevaluationRule": "days1095", "section504ReviewMonths": 6, "section504ReevaluationMonths": 24,
                "section504EvaluationDays": 45, "section504YearMeetingDays": 20, "meetingNoticeDays": 14, "safeguardsNoticeDay": "09-01",
                "excludeLeadingWeekend": true, "stricterDays": { "initial-evaluation": 50 }, "dueSoonDays": 21, "runHour": 5,
                "eveningHour": "17:30", "textsFrom": "09:00", "textsUntil": "19:00", "textsOnSundays": true, "textsMayNameThePlan": true,
                "languages": ["es", "en"], "officePhone": "512-555-0199", "contactEmail": "sped@example.org",
                "reminderLadder": [ { "obligations": ["annual-review"], "caseManager": [45, -1], "family": [30] } ]
              }
            }
            """);

        var read = folder.Read();

        Assert.Empty(read.Problems);
        var policies = read.District!.District.Policies;
        Assert.Equal("US", read.District.District.State);
        Assert.Equal((AnnualRule.DayBefore, ReevaluationRule.Days1095), (policies.AnnualRule, policies.ReevaluationRule));
        Assert.Equal((6, 24, (int?)45, (int?)20, 14), (policies.Section504ReviewMonths, policies.Section504ReevaluationMonths, policies.Section504EvaluationDays, policies.Section504YearMeetingDays, policies.MeetingNoticeDays));
        Assert.Equal((new AnnualDate(9, 1), true, 21), (policies.SafeguardsNoticeDay, policies.ExcludeLeadingWeekend, policies.DueSoonDays));
        Assert.Equal(50, policies.StricterDays[new ObligationId("initial-evaluation")]);
        Assert.Equal((new LocalTime(5, 0), new LocalTime(17, 30), new LocalTime(9, 0), new LocalTime(19, 0)), (policies.RunHour, policies.EveningHour, policies.TextsFrom, policies.TextsUntil));
        Assert.True(policies.TextsOnSundays);
        Assert.Equal((true, "+15125550199", "sped@example.org"), (policies.TextsMayNameThePlan, policies.OfficePhone, policies.ContactEmail));
        Assert.Equal(["es", "en"], policies.Languages);
        Assert.Equal(3, read.District.Ladder.Count);
    }
}
