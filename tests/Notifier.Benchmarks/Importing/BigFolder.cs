using System.Globalization;
using NodaTime;

namespace Notifier.Benchmarks.Importing;

/// <summary>Writes a district folder with one plan a student, of any size, with the dates of some years.</summary>
internal static class BigFolder
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    public static void Write(string folder, int plans)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "district.json"), """{ "districtId": "BIG", "name": "Big", "state": "TX", "timeZone": "America/Chicago" }""");
        Table(folder, "schools.csv", "schoolId,name", Enumerable.Range(0, 50).Select(i => $"E{i},School {i}"));
        Table(folder, "staff.csv", "staffId,name,email,phone,role,supervisorId,schoolId",
            Enumerable.Range(0, 1000).Select(i => $"CM{i},Teacher {i},t{i}@example.org,+15125550100,caseManager,CM0,E{i % 50}"));
        Table(folder, "calendar.csv", "kind,firstDate,lastDate,name,schoolId",
            ["schoolYear,2025-08-18,2026-05-28,2025-26,", "schoolYear,2026-08-17,2027-05-27,2026-27,", "noSchool,2026-11-23,2026-11-27,Thanksgiving,"]);
        var students = Enumerable.Range(0, plans).Select(i => i.ToString("D6", CultureInfo.InvariantCulture)).ToArray();

        // In no order at all, as an export may be.
        var shuffled = Enumerable.Range(0, plans).Select(i => students[(int)((i * 7_919L) % plans)]).ToArray();
        Table(folder, "students.csv", "studentId,firstName,lastName,birthDate,grade,schoolId",
            shuffled.Select((id, i) => $"S{id},First{i % 997},Last{i % 1999},{Iso(Today.PlusDays(-2000 - (i % 4000)))},05,E{i % 50}"));
        Table(folder, "contacts.csv", "contactId,studentId,name,relationship,language,email,phone,channels,textConsent,receivesNotices,timeZone",
            students.SelectMany((id, i) => new[]
            {
                $"C{id}-1,S{id},Parent {i},mother,{(i % 3 == 0 ? "es" : "en")},p{i}@example.org,+15125550142,sms;email,2026-08-04,yes,",
                $"C{id}-2,S{id},Parent {i},father,en,q{i}@example.org,,email,,yes,",
            }));
        Table(folder, "plans.csv", "planId,studentId,kind,caseManagerId", shuffled.Select((id, i) => $"P{id},S{id},{(i % 4 == 0 ? "504" : "iep")},CM{i % 1000}"));
        Table(folder, "plan-dates.csv", "planId,kind,date,detail", students.SelectMany((id, i) => Dates($"P{id}", i)));
    }

    private static IEnumerable<string> Dates(string plan, int i)
    {
        var met = Today.PlusDays(-(i % 360) - 1);
        yield return $"{plan},consentReceived,{Iso(met.PlusDays(-800))},";
        yield return $"{plan},evaluationCompleted,{Iso(met.PlusDays(-760))},";
        yield return $"{plan},eligibilityDetermined,{Iso(met.PlusDays(-750))},";
        yield return $"{plan},iepMeetingHeld,{Iso(met.PlusDays(-728))},";
        yield return $"{plan},iepMeetingHeld,{Iso(met.PlusDays(-364))},";
        yield return $"{plan},iepMeetingHeld,{Iso(met)},";
        if (i % 3 == 0)
        {
            yield return $"{plan},meetingScheduled,{Iso(Today.PlusDays(10 + (i % 20)))},14:30; Room 12; inPerson";
        }
    }

    private static void Table(string folder, string file, string header, IEnumerable<string> rows) =>
        File.WriteAllLines(Path.Combine(folder, file), rows.Prepend(header));

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
