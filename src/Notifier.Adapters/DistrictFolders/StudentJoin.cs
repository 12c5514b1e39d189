using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Law;
using Notifier.PlanDates;
using static Notifier.Adapters.DistrictFolders.StoredForms;

namespace Notifier.Adapters.DistrictFolders;

/// <summary>Brings together what belongs to one student: every table is read once, in the order of the students' keys.</summary>
internal sealed class StudentJoin(ReadingTables tables, string districtId)
{
    public IEnumerable<ReadStudent> Students(CancellationToken cancellationToken)
    {
        using var students = tables.Stream("SELECT key, id, rejected, missing, first, last, birth, grade, school FROM student ORDER BY key");
        using var contacts = Rows("SELECT * FROM contact ORDER BY student, id");
        using var plans = Rows("SELECT student, id, kind, manager FROM plan WHERE rejected = 0 ORDER BY student, id");
        using var dates = Rows("SELECT student, plan, kind, day, detail FROM date ORDER BY student, plan, kind, day, detail");
        using var accommodations = Rows("SELECT student, plan, kind, detail FROM accommodation ORDER BY student, plan, kind, detail");
        using var leftOut = Rows("SELECT student, file, plan, rows, what FROM left_out ORDER BY student, file, plan");
        while (students.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var key = students.GetString(0);
            var id = students.GetString(1);
            var gaps = leftOut.Of(key, GapOf);
            if (students.GetBoolean(2))
            {
                yield return new ReadStudent { StudentId = id, File = null, Gaps = gaps };
                continue;
            }

            var student = new Student
            {
                StudentId = id,
                FirstName = students.GetString(4),
                LastName = students.GetString(5),
                BirthDate = DateOf(students.GetInt32(6)),
                Grade = students.GetString(7),
                SchoolId = students.GetString(8),
            };
            var datesOf = dates.Of(key, row => (Plan: row.GetString(1), Date: DateOfPlan(row))).ToLookup(pair => pair.Plan, pair => pair.Date);
            yield return new ReadStudent
            {
                StudentId = id,
                Missing = (MissingRows)students.GetInt32(3),
                Gaps = gaps,
                File = new StudentFile
                {
                    DistrictId = districtId,
                    Student = student,
                    Plans = plans.Of(key, row => PlanOf(row, student, datesOf)),
                    Contacts = contacts.Of(key, row => ContactOf(row, id)),
                    Accommodations = accommodations.Of(key, row => new Accommodation(row.GetString(1), row.GetString(2), row.GetString(3))),
                },
            };
        }
    }

    private static StudentGap GapOf(SqliteDataReader row)
    {
        var rows = row.GetInt32(3);
        var about = row.GetString(2) is { Length: > 0 } plan ? $"plan {plan}" : "this student";
        return new StudentGap
        {
            Kind = StudentGapKind.RowsLeftOut,
            PlanId = row.GetString(2),
            What = string.Create(
                CultureInfo.InvariantCulture,
                $"{rows} {(rows == 1 ? "row" : "rows")} about {about} {(rows == 1 ? "was" : "were")} left out of the last import; the first: {row.GetString(4)}"),
            Remedy = "Mend it in the district's folder and import it again; until then what was on record before counts.",
        };
    }

    private static PlanDate DateOfPlan(SqliteDataReader row) => new((PlanDateKind)row.GetInt32(2), DateOf(row.GetInt32(3)), row.GetString(4));

    private static PlanRecord PlanOf(SqliteDataReader row, Student student, ILookup<string, PlanDate> dates)
    {
        var plan = new Plan
        {
            PlanId = row.GetString(1),
            StudentId = student.StudentId,
            Kind = (PlanKind)row.GetInt32(2),
            CaseManagerId = row.GetString(3),
        };
        return new PlanRecord { Plan = plan, Student = student, Dates = [.. dates[plan.PlanId]] };
    }

    private static Contact ContactOf(SqliteDataReader row, string studentId) => new()
    {
        ContactId = row.GetString(1),
        StudentId = studentId,
        Name = row.GetString(3),
        Relationship = row.GetString(4),
        Language = row.GetString(5),
        Email = row.GetString(6),
        Phone = row.GetString(7),
        Channels = ChannelsOf(row.GetString(8)),
        TextConsentOn = row.IsDBNull(9) ? null : DateOf(row.GetInt32(9)),
        ReceivesNotices = row.GetBoolean(10),
        TimeZone = row.IsDBNull(11) ? null : DateTimeZoneProviders.Tzdb[row.GetString(11)],
    };

    private GroupedRows Rows(string sql) => new(tables.Stream(sql));
}
