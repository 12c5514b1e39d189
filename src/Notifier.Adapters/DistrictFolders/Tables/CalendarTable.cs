using NodaTime;
using Notifier.Adapters.DistrictFolders.Csv;
using Notifier.Adapters.DistrictFolders.Fields;
using Notifier.Calendars;
using Notifier.PlanDates;

namespace Notifier.Adapters.DistrictFolders.Tables;

/// <summary><c>calendar.csv</c>.</summary>
internal sealed class CalendarTable(FolderProblems problems, DateForms dates, IReadOnlyDictionary<string, School>? schools)
{
    private const int KindColumn = 0;
    private const int FirstColumn = 1;
    private const int LastColumn = 2;
    private const int NameColumn = 3;
    private const int SchoolColumn = 4;

    private const int LongestSchoolYear = 400;
    private const int LongestBreak = 120;

    private static readonly string[] Columns = ["kind", "firstDate", "lastDate", "name", "schoolId"];

    /// <summary>Null when the file could not be read.</summary>
    public IReadOnlyList<CalendarEntry>? Read(string folder, LocalDate today)
    {
        var table = new CsvTable(FolderFiles.Calendar, Columns, problems);
        var fields = new RowFields(FolderFiles.Calendar, problems, dates);
        var entries = new List<CalendarEntry>();
        var lines = new Dictionary<CalendarEntry, int>();
        foreach (var row in table.Rows(folder))
        {
            fields.Begin(row);
            var entry = Read(fields);
            if (fields.Rejected())
            {
                continue;
            }

            if (!lines.TryAdd(entry, row.Line))
            {
                fields.Warn(KindColumn, $"the same row stands on line {lines[entry]}", "Remove one of them");
                continue;
            }

            if (entry.Kind == CalendarEntryKind.SchoolYear && entries.Find(other => Overlap(other, entry)) is { } other)
            {
                fields.Warn(FirstColumn, $"this school year overlaps the one on line {lines[other]}", "Correct the first or last day of one of them");
            }

            entries.Add(entry);
        }

        if (table.IsReadable)
        {
            CheckYears(entries, today);
        }

        return table.IsReadable ? entries : null;
    }

    private static bool Overlap(CalendarEntry other, CalendarEntry entry) =>
        other.Kind == CalendarEntryKind.SchoolYear && other.SchoolId == entry.SchoolId
        && other.FirstDate <= entry.LastDate && entry.FirstDate <= other.LastDate;

    private CalendarEntry Read(RowFields fields)
    {
        var kind = fields.Word<CalendarEntryKind>(KindColumn);
        var first = fields.Date(FirstColumn);
        var last = fields.DateOrNone(LastColumn) ?? first;
        var days = fields.IsGood ? Period.DaysBetween(first, last) + 1 : 1;
        var longest = kind == CalendarEntryKind.SchoolYear ? LongestSchoolYear : LongestBreak;
        if (days < 1)
        {
            fields.Bad(LastColumn, "the last day is before the first", "Correct one of the two dates");
        }
        else if (days > longest)
        {
            fields.Bad(LastColumn, $"the row covers {days} days", "Correct the year of one of the two dates");
        }
        else if (kind == CalendarEntryKind.SchoolYear && days == 1 && fields.IsGood)
        {
            fields.Bad(LastColumn, "a school year has a last day", "Write the last day of the school year");
        }

        var school = fields.Raw(SchoolColumn);
        if (school.Length > 0 && schools?.ContainsKey(school) == false)
        {
            fields.Bad(SchoolColumn, "there is no such school in schools.csv", NearestWord.Of(school, schools.Keys) is { } near
                ? $"Write {near} if that is meant"
                : "Add the school to schools.csv, or leave the field empty for the whole district");
        }

        return new CalendarEntry
        {
            Kind = kind,
            FirstDate = first,
            LastDate = last,
            Name = fields.Text(NameColumn),
            SchoolId = school.Length > 0 ? school : null,
        };
    }

    private void CheckYears(List<CalendarEntry> entries, LocalDate today)
    {
        var years = entries.FindAll(entry => entry.Kind == CalendarEntryKind.SchoolYear);
        if (years.Count == 0)
        {
            problems.Fatal(
                FolderFiles.Calendar, 0, "", "", "the calendar has no school year, so no school day can be counted",
                "Add a row such as schoolYear,2026-08-17,2027-05-27,2026-27,");
        }
        else if (years.Max(year => year.LastDate) is var last && last < today)
        {
            problems.Warn(
                FolderFiles.Calendar, 0, "", "", $"the last school year on file ended on {last:uuuu-MM-dd}, so no school day after it can be counted",
                "Add the school year under way with its days off");
        }
    }
}
