namespace Notifier.Adapters.Tests.DistrictFolders;

/// <summary>The very words for every kind of bad row, and what becomes of the row.</summary>
public class BadRowTests
{
    public static TheoryData<string, string, string[]> Rows => new()
    {
        // students.csv
        { "students.csv", "S3,Marta,Quispe,2017-02-30,03,E1", ["Rejected students.csv, line 4, birthDate \"2017-02-30\": there is no such day: February 2017 has 28 days. Look the date up in the plan and correct it."] },
        { "students.csv", "S3,Marta,Quispe,2017-13-01,03,E1", ["Rejected students.csv, line 4, birthDate \"2017-13-01\": there is no month 13. Write the date as year-month-day, for example 2026-08-17."] },
        { "students.csv", "S3,Marta,Quispe,3/14/2017,03,E1", ["Rejected students.csv, line 4, birthDate \"3/14/2017\": it is not a date in the form year-month-day. Write it as 2026-08-17, or declare the folder's form in district.json, for example \"dateFormat\": \"M/d/yyyy\"."] },
        { "students.csv", "S3,Marta,Quispe,,03,E1", ["Rejected students.csv, line 4, birthDate: the date is missing. Write it as year-month-day, for example 2026-08-17."] },
        { "students.csv", "S3,Marta,Quispe,2027-01-01,03,E1", ["Rejected students.csv, line 4, birthDate \"2027-01-01\": the birth lies in the future. Correct the year."] },
        { "students.csv", "S3,Marta,Quispe,1917-01-01,03,E1", ["Rejected students.csv, line 4, birthDate \"1917-01-01\": the student would be 109. Correct the year."] },
        { "students.csv", "S3,Marta,Quispe,2001-01-01,12,E1", ["Warning students.csv, line 4, birthDate \"2001-01-01\": the student would be 25. Check the year."] },
        { "students.csv", "S3,Owen,Larkin,2015-06-11,05,E2", ["Rejected students.csv, line 4, schoolId \"E2\": there is no such school in schools.csv. Write E1 if that is meant."] },
        { "students.csv", "S1,Twice,Entered,2014-04-04,06,E1", ["Rejected students.csv, line 4, studentId \"S1\": line 2 has the same id. Give each student one row; keep the right one."] },
        { "students.csv", ",No,Id,2014-04-04,06,E1", ["Rejected students.csv, line 4, studentId: the id is missing. Give every row its id."] },
        { "students.csv", "S3,,,2014-04-04,06,E1",
            [
                "Rejected students.csv, line 4, firstName: the field is empty. Fill in firstName.",
                "Rejected students.csv, line 4, lastName: the field is empty. Fill in lastName.",
            ]
        },
        { "students.csv", "S3,Ana,Lee,2014-04-04", ["Rejected students.csv, line 4 \"S3,Ana,Lee,2014-04-04\": the row has 4 fields, the header 6. Put a field that holds a comma in quotes, and leave an empty field for each missing value."] },
        { "students.csv", "S3,\"Ana\" Lee,Fox,2014-04-04,06,E1", ["Rejected students.csv, line 4 \"S3,\"Ana\" Lee,Fox,2014-04-04,06,E1\": there is text behind the closing quote at character 9. Put the whole field in quotes and write a quote inside it twice (\"\")."] },
        { "students.csv", "S3,A\u0001na,Fox,2014-04-04,06,E1", ["Rejected students.csv, line 4 \"S3,A na,Fox,2014-04-04,06,E1\": column firstName holds a control character. Remove it; it cannot be seen, but it is no part of any text."] },

        // contacts.csv
        { "contacts.csv", "C9,S9,Dolores Vega,mother,es,,,,,yes,", ["Rejected contacts.csv, line 4, studentId \"S9\": there is no such student in students.csv. Correct the id, or add the student."] },
        { "contacts.csv", "C9,S1,Dolores Vega,mother,es,d@example.org,512-555-01,sms;email,2026-08-04,yes,", ["Rejected contacts.csv, line 4, phone \"512-555-01\": it has 8 digits; a number in the United States has ten. Write it as +15125550142 or (512) 555-0142."] },
        { "contacts.csv", "C9,S1,Dolores Vega,mother,es,d@example.org,512-555-0142 x7,email,,yes,", ["Rejected contacts.csv, line 4, phone \"512-555-0142 x7\": it is not a telephone number. Write it as +15125550142 or (512) 555-0142, one number without an extension."] },
        { "contacts.csv", "C9,S1,Dolores Vega,mother,es,d@example.org,112-555-0142,email,,yes,", ["Rejected contacts.csv, line 4, phone \"112-555-0142\": no number in the United States begins so. Check the area code and the number: both begin with 2 to 9."] },
        { "contacts.csv", "C9,S1,Pat,father,en,pat(at)example.org,,email,,yes,", ["Rejected contacts.csv, line 4, email \"pat(at)example.org\": it is not a mail address. Write it as name@example.org."] },
        { "contacts.csv", "C9,S1,Pat,father,en,a@example.org;b@example.org,,email,,yes,", ["Rejected contacts.csv, line 4, email \"a@example.org;b@example.org\": it is not one mail address. Write one address, for example name@example.org; another person is another row."] },
        { "contacts.csv", "C9,S1,Pat,father,en,pat@example.org,,pigeon,,yes,", ["Rejected contacts.csv, line 4, channels \"pigeon\": \"pigeon\" is not a channel. Write sms, email or both: sms;email."] },
        { "contacts.csv", "C9,S1,Pat,father,en,pat@example.org,,text;email,,yes,", ["Rejected contacts.csv, line 4, channels \"text;email\": \"text\" is not a channel. Write sms if that is meant."] },
        { "contacts.csv", "C9,S1,Pat,father,Spanish,pat@example.org,,email,,yes,", ["Rejected contacts.csv, line 4, language \"Spanish\": it is not the two-letter code of a language. Write es for Spanish."] },
        { "contacts.csv", "C9,S1,Pat,father,en,pat@example.org,,email,yes,yes,", ["Rejected contacts.csv, line 4, textConsent \"yes\": the day of the consent is missing. Write the day the person agreed to texts, or leave the field empty if they did not."] },
        { "contacts.csv", "C9,S1,Pat,father,en,pat@example.org,,email,2026-12-24,yes,", ["Rejected contacts.csv, line 4, textConsent \"2026-12-24\": the consent lies in the future. Write the day the person agreed to texts."] },
        { "contacts.csv", "C9,S1,Pat,father,en,pat@example.org,,email,,maybe,", ["Rejected contacts.csv, line 4, receivesNotices \"maybe\": it is neither yes nor no. Write yes or no."] },
        { "contacts.csv", "C9,S1,Pat,father,en,pat@example.org,,email,,yes,Central Time", ["Rejected contacts.csv, line 4, timeZone \"Central Time\": it is not an IANA time zone. Write a place as the zone, for example America/Chicago."] },
        { "contacts.csv", "C1,S1,Pat,father,en,pat@example.org,,email,,yes,", ["Rejected contacts.csv, line 4, contactId \"C1\": line 2 has the same id for this student. Give each contact of a student one row."] },
        { "contacts.csv", "C9,S1,Pat,father,en,,,sms;email,,yes,",
            [
                "Warning contacts.csv, line 4, phone: texts are chosen, but there is no telephone number. Add the number, or take sms out of channels.",
                "Warning contacts.csv, line 4, email: mail is chosen, but there is no mail address. Add the address, or take email out of channels.",
            ]
        },
        { "contacts.csv", "C9,S1,Pat,father,en,pat@example.org,,,,yes,", ["Warning contacts.csv, line 4, channels: no channel is chosen, so nothing can be sent to this person. Write sms, email or both: sms;email."] },

        // plans.csv
        { "plans.csv", "P9,S9,iep,CM1", ["Rejected plans.csv, line 4, studentId \"S9\": there is no such student in students.csv. Correct the id, or add the student."] },
        { "plans.csv", "P9,S1,gifted,CM1", ["Rejected plans.csv, line 4, kind \"gifted\": the kind is not known. Write one of iep, 504, evaluation."] },
        { "plans.csv", "P9,S1,IEP,CM1", ["Rejected plans.csv, line 4, kind \"IEP\": the kind is not known. Write iep if that is meant."] },
        { "plans.csv", "P1,S2,iep,CM1", ["Rejected plans.csv, line 4, planId \"P1\": line 2 has the same id. Give each plan one row and an id of its own."] },
        { "plans.csv", "P9,S1,iep,CM2", ["Warning plans.csv, line 4, caseManagerId \"CM2\": no member of staff has this id, so no case manager is told. Write CM1 if that is meant.", "Warning plans.csv, line 4, planId \"P9\": there is no iepMeetingHeld and neither evaluationCompleted nor eligibilityDetermined, so neither annual review nor re-evaluation has a due date. Add the last iepMeetingHeld and the last evaluationCompleted; a plan that ended has an exited date."] },
        { "plans.csv", "P9,S1,iep,", ["Warning plans.csv, line 4, caseManagerId: the plan has no case manager. Write the id of the case manager as in staff.csv.", "Warning plans.csv, line 4, planId \"P9\": there is no iepMeetingHeld and neither evaluationCompleted nor eligibilityDetermined, so neither annual review nor re-evaluation has a due date. Add the last iepMeetingHeld and the last evaluationCompleted; a plan that ended has an exited date."] },
        { "plans.csv", "P9,S1,iep,CM1", ["Warning plans.csv, line 4, planId \"P9\": there is no iepMeetingHeld and neither evaluationCompleted nor eligibilityDetermined, so neither annual review nor re-evaluation has a due date. Add the last iepMeetingHeld and the last evaluationCompleted; a plan that ended has an exited date."] },
        { "plans.csv", "P9,S1,504,CM1", ["Warning plans.csv, line 4, planId \"P9\": there is no iepMeetingHeld, so the annual review has no due date. Add the last iepMeetingHeld; a plan that ended has an exited date."] },

        // plan-dates.csv
        { "plan-dates.csv", "P1,iepMeetingHold,2026-10-14,", ["Rejected plan-dates.csv, line 8, kind \"iepMeetingHold\": the kind is not known. Write iepMeetingHeld if that is meant."] },
        { "plan-dates.csv", "P1,consentRevoked,2026-10-14,", ["Rejected plan-dates.csv, line 8, kind \"consentRevoked\": the kind is not known. Write serviceConsentRevoked or consentWithdrawn, whichever is meant."] },
        { "plan-dates.csv", "P1,meeting held,2026-10-14,", ["Rejected plan-dates.csv, line 8, kind \"meeting held\": the kind is not known. Write iepMeetingHeld if that is meant."] },
        { "plan-dates.csv", "P1,CONSENTRECEIVED,2026-10-14,", ["Rejected plan-dates.csv, line 8, kind \"CONSENTRECEIVED\": the kind is not known. Write consentReceived if that is meant."] },
        { "plan-dates.csv", "P7,consentReceived,2026-09-30,", ["Rejected plan-dates.csv, line 8, planId \"P7\": there is no such plan in plans.csv. Correct the id, or add the plan."] },
        { "plan-dates.csv", "P1,iepMeetingHeld,2026-02-30,", ["Rejected plan-dates.csv, line 8, date \"2026-02-30\": there is no such day: February 2026 has 28 days. Look the date up in the plan and correct it."] },
        { "plan-dates.csv", "P1,evaluationCompleted,2206-05-11,", ["Rejected plan-dates.csv, line 8, date \"2206-05-11\": the year 2206 cannot be right. Correct the year."] },
        { "plan-dates.csv", "P1,evaluationCompleted,0205-05-11,", ["Rejected plan-dates.csv, line 8, date \"0205-05-11\": the year 205 cannot be right. Correct the year."] },
        { "plan-dates.csv", "P1,obligationMet,2026-10-14,manifestation-determinaton", ["Rejected plan-dates.csv, line 8, detail \"manifestation-determinaton\": there is no such obligation. Write manifestation-determination if that is meant."] },
        { "plan-dates.csv", "P1,obligationMet,2026-10-14,", ["Rejected plan-dates.csv, line 8, detail: the detail does not say which obligation was met. Write the id of the obligation, for example manifestation-determination."] },
        { "plan-dates.csv", "P1,meetingScheduled,2026-12-03,25:00; Room 12", ["Rejected plan-dates.csv, line 8, detail \"25:00; Room 12\": \"25:00\" is not a time of day. Write it as 14:30 or 2:30 PM, for example 14:30; Room 12; inPerson."] },
        { "plan-dates.csv", "P1,meetingScheduled,2026-12-03,9:00; 10:00", ["Rejected plan-dates.csv, line 8, detail \"9:00; 10:00\": two times are given. Write the start alone, for example 14:30; Room 12; inPerson."] },
        { "plan-dates.csv", "P1,meetingScheduled,2026-12-03,2:30; Room 12", ["Warning plan-dates.csv, line 8, detail \"2:30; Room 12\": a meeting at 02:30 is unlikely. Write afternoon hours as 14:30 or 2:30 PM."] },
        { "plan-dates.csv", "P1,goalDue,2026-12-03,", ["Warning plan-dates.csv, line 8, detail: the goal has no name, so several goals of a plan cannot be told apart. Name the goal, for example \"reading fluency\"."] },
        { "plan-dates.csv", "P1,delayExplained,2026-10-14,no psychologist", ["Rejected plan-dates.csv, line 8, detail \"no psychologist\": there is no such obligation. Write the id of the obligation, for example manifestation-determination."] },
        { "plan-dates.csv", "P1,delayExplained,2026-10-14,", ["Rejected plan-dates.csv, line 8, detail: the detail does not say which obligation is late. Write the id of the obligation, for example manifestation-determination."] },
        { "plan-dates.csv", "P1,delayExplained,2026-10-14,initial-evaluation", ["Warning plan-dates.csv, line 8, detail \"initial-evaluation\": no reason stands behind the obligation. Write the obligation's id, a colon and the reason, for example \"initial-evaluation: no school psychologist in October\"."] },
        { "plan-dates.csv", "P2,iepMeetingHeld,2026-02-10,", ["Warning plan-dates.csv, line 8, kind \"iepMeetingHeld\": the same date of the same kind stands there twice. Remove one of the rows."] },
        { "plan-dates.csv", "P1,iepMeetingHeld,2026-12-14,", ["Warning plan-dates.csv, line 8, date \"2026-12-14\": plan P1: iepMeetingHeld lies in the future, but names something that has happened. Correct the date; a planned meeting is meetingScheduled."] },

        // accommodations.csv
        { "accommodations.csv", "P9,scheduleChangeNotice,", ["Rejected accommodations.csv, line 3, planId \"P9\": there is no such plan in plans.csv. Correct the id, or add the plan."] },
        { "accommodations.csv", "P1,scheduleChangeNotices,", ["Warning accommodations.csv, line 3, kind \"scheduleChangeNotices\": the kind is not known, so nothing follows from it. Write scheduleChangeNotice if that is meant."] },

        // staff.csv, schools.csv
        { "staff.csv", "CM1,Ann Poe,ann@example.org,,caseManager,SUP,E1", ["Rejected staff.csv, line 4, staffId \"CM1\": another member of staff has this id. Give each person one row and an id of their own."] },
        { "staff.csv", "CM2,Ann Poe,,,caseManager,SUP,E1", ["Warning staff.csv, line 4, email: there is no mail address, so no reminder can be sent to this person. Add the address."] },
        { "staff.csv", "CM2,Ann Poe,ann@example.org,,caseManager,SUB,E1", ["Warning staff.csv, line 4, supervisorId \"SUB\": no member of staff has this id, so nobody is told of what is overdue. Write SUP if that is meant."] },
        { "staff.csv", "CM2,Ann Poe,ann@example.org,,caseManager,SUP,X9", ["Warning staff.csv, line 4, schoolId \"X9\": there is no such school in schools.csv. Add the school to schools.csv, or leave the field empty."] },
        { "schools.csv", "E1,Again", ["Rejected schools.csv, line 4, schoolId \"E1\": another school has this id. Give each school one row and an id of its own."] },

        // calendar.csv
        { "calendar.csv", "noSchol,2026-12-21,2027-01-01,Winter,", ["Rejected calendar.csv, line 5, kind \"noSchol\": the kind is not known. Write noSchool if that is meant."] },
        { "calendar.csv", "noSchool,2027-01-01,2026-12-21,Winter,", ["Rejected calendar.csv, line 5, lastDate \"2026-12-21\": the last day is before the first. Correct one of the two dates."] },
        { "calendar.csv", "noSchool,2026-12-21,2027-12-31,Winter,", ["Rejected calendar.csv, line 5, lastDate \"2027-12-31\": the row covers 376 days. Correct the year of one of the two dates."] },
        { "calendar.csv", "noSchool,2026-12-21,,Winter,E9", ["Rejected calendar.csv, line 5, schoolId \"E9\": there is no such school in schools.csv. Write E1 if that is meant."] },
        { "calendar.csv", "schoolYear,2027-08-16,,2027-28,", ["Rejected calendar.csv, line 5, lastDate: a school year has a last day. Write the last day of the school year."] },
        { "calendar.csv", "schoolYear,2027-05-20,2028-05-20,2027-28,", ["Warning calendar.csv, line 5, firstDate \"2027-05-20\": this school year overlaps the one on line 2. Correct the first or last day of one of them."] },
        { "calendar.csv", "noSchool,2026-09-07,2026-09-07,Labor Day,", ["Warning calendar.csv, line 5, kind \"noSchool\": the same row stands on line 3. Remove one of them."] },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Says_what_is_wrong_where_and_how_to_mend_it(string file, string row, string[] problems)
    {
        using var folder = new TestFolder();
        folder.Add(file, row);

        Assert.Equal(problems, folder.Problems());

        // A rejected row is kept word for word; a doubtful one goes in.
        var rejects = folder.Rejects(file);
        if (problems[0].StartsWith("Rejected", StringComparison.Ordinal))
        {
            Assert.Equal("line,why,row", rejects[0]);
            Assert.Contains(row.Replace("\"", "\"\"", StringComparison.Ordinal), rejects[1], StringComparison.Ordinal);
        }
        else
        {
            Assert.Empty(rejects);
        }

        // Nothing that was good is lost.
        var read = folder.Read();
        Assert.Equal(["S1", "S2"], read.Students.Select(student => student.Student.StudentId).Intersect(["S1", "S2"]));
        Assert.True(read.Students[0].Plans[0].Dates.Count >= 5);
        Assert.NotEmpty(read.Students[0].Contacts);
        Assert.True(read.District!.Calendar.Count >= 3);
    }

    [Fact]
    public void A_bad_student_takes_along_what_depends_on_it_and_says_so()
    {
        using var folder = new TestFolder();
        folder.Replace("students.csv", "2013-07-19", "2013-07-39");

        Assert.Equal(
            [
                "Rejected students.csv, line 3, birthDate \"2013-07-39\": there is no such day: July 2013 has 31 days. Look the date up in the plan and correct it.",
                "Rejected contacts.csv, line 3, studentId \"S2\": the student's own row was rejected (students.csv, line 3). Mend the student's row.",
                "Rejected plans.csv, line 3, studentId \"S2\": the student's own row was rejected (students.csv, line 3). Mend the student's row.",
                "Rejected plan-dates.csv, line 7, planId \"P2\": the plan's own row was rejected (plans.csv, line 3). Mend the plan's row.",
                "Rejected accommodations.csv, line 2, planId \"P2\": the plan's own row was rejected (plans.csv, line 3). Mend the plan's row.",
            ],
            folder.Problems());
        Assert.Equal(2, folder.Rejects("plan-dates.csv").Length);
        Assert.Equal(["S1"], folder.Read().Students.Select(file => file.Student.StudentId));
    }

    [Fact]
    public void The_right_row_of_two_with_one_id_may_be_the_second()
    {
        using var folder = new TestFolder();
        folder.Replace("students.csv", "S1,Ana,Ruiz,2016-03-04", "S1,Ana,Ruiz,2016-03-44");
        folder.Add("students.csv", "S1,Ana,Ruiz,2016-03-04,05,E1");

        Assert.Single(folder.Problems());
        Assert.Equal(5, folder.Read().Students[0].Plans[0].Dates.Count);
    }

    [Fact]
    public void Rejects_of_an_earlier_reading_are_removed()
    {
        using var folder = new TestFolder();
        folder.Add("plans.csv", "P9,S1,gifted,CM1");
        Assert.Equal(2, folder.Rejects("plans.csv").Length);

        folder.Replace("plans.csv", "P9,S1,gifted,CM1\n", "");

        Assert.Empty(folder.Rejects("plans.csv"));
    }
}
