using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Cli.Sample;

/// <summary>Writes a sample as a district folder, mistakes included.</summary>
public static class SampleFolder
{
    /// <summary>Writes every file anew; other files of the folder are left alone.</summary>
    /// <param name="sample">What to write.</param>
    /// <param name="folder">Made when it is not there.</param>
    /// <param name="withMistakes">False leaves the wrong rows out.</param>
    public static void Write(SampleDistrict sample, string folder, bool withMistakes = true)
    {
        Directory.CreateDirectory(folder);
        var children = sample.Children;

        File.WriteAllText(Path.Combine(folder, "district.json"), DistrictJson.Of(sample.District));
        Table("calendar.csv", "kind,firstDate,lastDate,name,schoolId", SampleCalendar.Entries.Select(entry => CsvRow.Of(
            Camel(entry.Kind), Iso(entry.FirstDate), entry.LastDate == entry.FirstDate ? "" : Iso(entry.LastDate), entry.Name, entry.SchoolId)));
        Table("schools.csv", "schoolId,name", SampleSchools.All.Select(school => CsvRow.Of(school.SchoolId, school.Name)));
        Table("staff.csv", "staffId,name,email,phone,role,supervisorId,schoolId", SampleStaff.All.Select(member => CsvRow.Of(
            member.StaffId, member.Name, member.Email, member.Phone, member.Role, member.SupervisorId, member.SchoolId)));
        Table("students.csv", "studentId,firstName,lastName,birthDate,grade,schoolId", children.Select(child => child.Student).Select(
            student => CsvRow.Of(student.StudentId, student.FirstName, student.LastName, Iso(student.BirthDate), student.Grade, student.SchoolId)),
            SampleMistakes.Students);
        Table("contacts.csv", "contactId,studentId,name,relationship,language,email,phone,channels,textConsent,receivesNotices,timeZone",
            children.SelectMany(child => child.Contacts).Select(Contact), SampleMistakes.Contacts);
        Table("plans.csv", "planId,studentId,kind,caseManagerId", children.Select(child => child.Plan).Select(
            plan => CsvRow.Of(plan.PlanId, plan.StudentId, Kind(plan.Kind), plan.CaseManagerId)), SampleMistakes.Plans);
        Table("plan-dates.csv", "planId,kind,date,detail", children.SelectMany(child => child.Dates.Select(
            date => CsvRow.Of(child.Plan.PlanId, Camel(date.Kind), Iso(date.Date), date.Detail))), SampleMistakes.PlanDates);
        Table("accommodations.csv", "planId,kind,detail", children.SelectMany(child => child.Accommodations).Select(
            promise => CsvRow.Of(promise.PlanId, promise.Kind, promise.Detail)));

        void Table(string name, string header, IEnumerable<string> rows, IReadOnlyList<string>? mistakes = null) =>
            File.WriteAllText(
                Path.Combine(folder, name),
                string.Join("\n", [header, .. rows, .. withMistakes ? mistakes ?? [] : [], ""]));
    }

    private static string Contact(Contact contact) => CsvRow.Of(
        contact.ContactId,
        contact.StudentId,
        contact.Name,
        contact.Relationship,
        contact.Language,
        contact.Email,
        contact.Phone,
        string.Join(';', contact.Channels.Select(channel => channel == Channel.Sms ? "sms" : "email")),
        contact.TextConsentOn is { } day ? Iso(day) : "",
        contact.ReceivesNotices ? "yes" : "no",
        contact.TimeZone?.Id);

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string Kind(PlanKind kind) => kind == PlanKind.Section504 ? "504" : Camel(kind);

    private static string Camel<T>(T word)
        where T : struct, Enum
    {
        var name = word.ToString();
        return char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];
    }
}
