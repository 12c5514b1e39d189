using System.Globalization;
using NodaTime;
using Notifier.Notices;

namespace Notifier.Cli.Tests.Providers;

/// <summary>
/// A district folder whose reminders are due whenever the test runs: annual reviews in some days, in a zone where it is
/// day, and Sundays are no rest, so that texts are allowed.
/// </summary>
internal static class ProvidersDistrict
{
    public const int Students = 25;

    public static IReadOnlyList<string> Staff { get; } = ["T1", "T2", Recipient.DistrictContactId];

    private static readonly string[] Zones =
        ["America/Chicago", "Pacific/Honolulu", "Asia/Tokyo", "Asia/Kolkata", "Africa/Nairobi", "Atlantic/Azores"];

    public static void Write(string folder, Instant now)
    {
        var zone = Zones.First(one => now.InZone(DateTimeZoneProviders.Tzdb[one]).Hour is >= 9 and <= 16);
        var today = now.InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
        var first = today.PlusYears(-2).PlusDays(-60);
        string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        var all = Enumerable.Range(1, Students).ToList();
        File.WriteAllText(
            Path.Combine(folder, "district.json"),
            $$"""{ "districtId": "tiny", "name": "Tiny District", "state": "US", "timeZone": "{{zone}}", "policies": { "contactEmail": "office@example.org", "textsOnSundays": true } }""");
        Lines("calendar.csv", "kind,firstDate,lastDate,name,schoolId", Enumerable.Range(0, 4).Select(year =>
            $"schoolYear,{Iso(first.PlusYears(year))},{Iso(first.PlusYears(year).PlusDays(330))},year {year},"));
        Lines("schools.csv", "schoolId,name", ["MAIN,Main Street School"]);
        Lines("staff.csv", "staffId,name,email,phone,role,supervisorId,schoolId",
            ["T1,Carla Bishop,carla.bishop@example.org,,caseManager,T2,MAIN", "T2,Ray Chow,ray.chow@example.org,,supervisor,,"]);
        Lines("students.csv", "studentId,firstName,lastName,birthDate,grade,schoolId",
            all.Select(n => $"S{n},Child{Letter(n)},Flores,{Iso(today.PlusYears(-9))},03,MAIN"));
        Lines("contacts.csv", "contactId,studentId,name,relationship,language,email,phone,channels,textConsent,receivesNotices,timeZone",
            all.SelectMany(n => (string[])
            [
                $"C{n}a,S{n},Rosa Flores,mother,es,rosa{n}@example.org,+151255501{n:D2},sms;email,{Iso(today.PlusDays(-90))},yes,",
                $"C{n}b,S{n},Paul Flores,father,en,paul{n}@example.org,,email,,yes,",
            ]));
        Lines("plans.csv", "planId,studentId,kind,caseManagerId", all.Select(n => $"P{n},S{n},iep,T1"));
        Lines("plan-dates.csv", "planId,kind,date,detail", all.SelectMany(n => (string[])
        [
            $"P{n},iepMeetingHeld,{Iso(today.PlusDays(25).PlusYears(-1))},",
            $"P{n},evaluationCompleted,{Iso(today.PlusDays(-400))},",
        ]));

        void Lines(string name, string header, IEnumerable<string> rows) =>
            File.WriteAllLines(Path.Combine(folder, name), rows.Prepend(header));
    }

    private static string Letter(int number) => $"{(char)('A' + (number / 26))}{(char)('a' + (number % 26))}";
}
