using NodaTime;
using Notifier.Adapters.DistrictFolders.Csv;
using Notifier.Adapters.DistrictFolders.Fields;
using Notifier.Application.Storage;
using Notifier.PlanDates;

namespace Notifier.Adapters.DistrictFolders.Tables;

/// <summary><c>students.csv</c>.</summary>
internal sealed class StudentsTable(
    FolderProblems problems, DateForms dates, FolderRows rows, LeftOutRows leftOut, IReadOnlyDictionary<string, School>? schools)
{
    private const int IdColumn = 0;
    private const int FirstNameColumn = 1;
    private const int LastNameColumn = 2;
    private const int BirthColumn = 3;
    private const int GradeColumn = 4;
    private const int SchoolColumn = 5;

    // Services may last to the end of the school year of the 22nd birthday.
    private const int OldestLikely = 23;
    private const int OldestPossible = 60;

    private static readonly string[] Columns = ["studentId", "firstName", "lastName", "birthDate", "grade", "schoolId"];

    /// <returns>False when the file could not be read.</returns>
    public bool Read(string folder, LocalDate today)
    {
        var table = new CsvTable(FolderFiles.Students, Columns, problems);
        var fields = new RowFields(FolderFiles.Students, problems, dates);
        foreach (var row in table.Rows(folder))
        {
            fields.Begin(row);
            var student = Read(fields, today);
            var known = student.StudentId.Length > 0 ? rows.Student(student.StudentId) : null;
            if (known is { Rejected: false, Line: var line })
            {
                fields.Bad(IdColumn, $"line {line} has the same id", "Give each student one row; keep the right one");
            }

            if (!fields.Rejected())
            {
                rows.Add(student, row.Line);
            }
            else if (student.StudentId.Length == 0)
            {
                leftOut.Add(fields, null);
            }
            else
            {
                if (known is null)
                {
                    rows.AddRejectedStudent(student.StudentId, row.Line);
                }

                leftOut.Add(fields, StoreKey.Of(student.StudentId));
            }
        }

        return table.IsReadable;
    }

    private Student Read(RowFields fields, LocalDate today)
    {
        var student = new Student
        {
            StudentId = fields.Id(IdColumn),
            FirstName = fields.Text(FirstNameColumn, required: true),
            LastName = fields.Text(LastNameColumn, required: true),
            BirthDate = fields.Date(BirthColumn),
            Grade = fields.Text(GradeColumn),
            SchoolId = fields.Id(SchoolColumn),
        };
        var age = fields.IsGood ? Period.Between(student.BirthDate, today, PeriodUnits.Years).Years : 0;
        if (age > OldestPossible || (fields.IsGood && student.BirthDate > today))
        {
            fields.Bad(BirthColumn, student.BirthDate > today ? "the birth lies in the future" : $"the student would be {age}", "Correct the year");
        }
        else if (age > OldestLikely)
        {
            fields.Warn(BirthColumn, $"the student would be {age}", "Check the year");
        }

        if (student.SchoolId.Length > 0 && schools?.ContainsKey(student.SchoolId) == false)
        {
            fields.Bad(SchoolColumn, "there is no such school in schools.csv", NearestWord.Of(student.SchoolId, schools.Keys) is { } near
                ? $"Write {near} if that is meant"
                : "Add the school to schools.csv");
        }

        return student;
    }
}
