using System.Text;
using Notifier.Adapters.DistrictFolders;
using Notifier.Application.PlanDates;

namespace Notifier.Adapters.Tests.DistrictFolders;

/// <summary>Files that are damaged as a whole.</summary>
public class BadFileTests
{
    private const string Contacts = "contactId,studentId,name,relationship,language,email,phone,channels,textConsent,receivesNotices,timeZone";

    [Theory]
    [InlineData("students.csv", "Fatal students.csv: the file is missing. Put a students.csv with the header studentId,firstName,lastName,birthDate,grade,schoolId into the folder.")]
    [InlineData("calendar.csv", "Fatal calendar.csv: the file is missing. Put a calendar.csv with the header kind,firstDate,lastDate,name,schoolId into the folder.")]
    [InlineData("district.json", "Fatal district.json: the file is missing. Put a district.json into the folder, for example { \"districtId\": \"oak\", \"name\": \"Oak Hill\", \"state\": \"TX\", \"timeZone\": \"America/Chicago\" }.")]
    public void A_missing_file_is_named(string file, string problem)
    {
        using var folder = new TestFolder();
        folder.Remove(file);

        Assert.Equal([problem], folder.Problems());
        Assert.Null(folder.Read().District);
    }

    [Fact]
    public void Accommodations_may_be_missing()
    {
        using var folder = new TestFolder();

        Assert.Empty(folder.Remove("accommodations.csv").Problems());
    }

    [Fact]
    public void Plans_with_dates_and_no_row_are_told_apart_from_mistyped_rows()
    {
        using var folder = new TestFolder();
        folder.Replace("plans.csv", "P2,S2,504,CM1\n", "").Add("plan-dates.csv", "P1,iepMeetingHold,2026-10-14,").Save();

        using var reading = new DistrictFolderReader(folder.Clock).Read(folder.Path, _ => { });

        Assert.Equal(["P2"], reading.PlansWithDatesAlone);
    }

    // A folder in the file's place is denied to every account, and so to the one the tests run under.
    [Theory]
    [InlineData("district.json")]
    [InlineData("students.csv")]
    [InlineData("accommodations.csv")]
    public void A_file_that_may_not_be_read_is_not_called_missing(string file)
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(Path.Combine(folder.Remove(file).Path, file));

        Assert.Equal(
            [$"Fatal {file}: the file cannot be read: access is denied. Let the account that runs notifier open the folder and read its files."],
            folder.Problems());
        Assert.Null(folder.Read().District);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        using var folder = new TestFolder();
        var problems = new List<ImportProblem>();

        using var reading = new DistrictFolderReader(folder.Clock).Read(Path.Combine(folder.Path, "nowhere"), problems.Add);

        Assert.Null(reading.District);
        Assert.Equal("there is no such folder", Assert.Single(problems).What);
    }

    [Theory]
    [InlineData("", "Fatal plans.csv: the file is empty. The first line must be the header planId,studentId,kind,caseManagerId.")]
    [InlineData("planId;studentId;kind;caseManagerId\nP1;S1;iep;CM1\n", "Fatal plans.csv, line 1 \"planId;studentId;kind;caseManagerId\": the columns are separated by ';'. Export the file with commas between the columns.")]
    [InlineData("planId,studentId,type,caseManagerId\nP1,S1,iep,CM1\n", "Warning plans.csv, line 1, type: the column is not known and is not read. If it is not needed, remove the column.")]
    [InlineData("planId,student_Id,kind,caseManagerId\nP1,S1,iep,CM1\n", "Fatal plans.csv, line 1, studentId: the column is missing. Add it, or rename student_Id; the header is planId,studentId,kind,caseManagerId.")]
    [InlineData("planId,studentId,kind,caseManagerId,kind\nP1,S1,iep,CM1,iep\n", "Fatal plans.csv, line 1, kind: the column stands there twice. Remove one of them.")]
    public void A_wrong_header_is_explained(string text, string problem)
    {
        using var folder = new TestFolder();
        folder.With("plans.csv", text);

        Assert.Contains(problem, folder.Problems());
        Assert.Null(folder.Read().District);
    }

    [Fact]
    public void An_unknown_column_is_named_and_passed_over()
    {
        using var folder = new TestFolder();
        folder.With("plans.csv", "planId,studentId,kind,caseManagerId,note\nP1,S1,iep,CM1,x\nP2,S2,504,CM1,y\n");

        Assert.Equal(["Warning plans.csv, line 1, note: the column is not known and is not read. If it is not needed, remove the column."], folder.Problems());
    }

    [Fact]
    public void A_calendar_without_a_school_year_is_fatal()
    {
        using var folder = new TestFolder();
        folder.Replace("calendar.csv", "schoolYear,2026-08-17,2027-05-27,2026-27,\n", "");

        Assert.Equal(
            ["Fatal calendar.csv: the calendar has no school year, so no school day can be counted. Add a row such as schoolYear,2026-08-17,2027-05-27,2026-27,."],
            folder.Problems());
    }

    [Fact]
    public void A_calendar_that_has_ended_is_doubted()
    {
        using var folder = new TestFolder();
        folder.Replace("calendar.csv", "schoolYear,2026-08-17,2027-05-27,2026-27,", "schoolYear,2025-08-17,2026-05-27,2025-26,");

        Assert.StartsWith("Warning calendar.csv: the last school year on file ended on 2026-05-27", Assert.Single(folder.Problems()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_in_UTF16_is_told_from_a_damaged_one(bool bigEndian)
    {
        using var folder = new TestFolder();
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        folder.Save().WriteBytes("students.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(folder["students.csv"])]);

        Assert.Equal(["Fatal students.csv, line 1: the file is UTF-16. Export it again as \"CSV UTF-8\"."], folder.Problems());
    }

    [Fact]
    public void A_row_in_Latin1_costs_that_row_alone()
    {
        using var folder = new TestFolder();
        folder.Save().WriteBytes("students.csv", Encoding.Latin1.GetBytes(folder["students.csv"] + "S3,José,Peña,2015-01-01,06,E1\nS4,Al,Fox,2015-01-01,06,E1\n"));

        Assert.Equal(
            ["Rejected students.csv, line 4 \"S3,José,Peña,2015-01-01,06,E1\": byte 0xE9 at character 7 is not UTF-8. "
                + "Export the file again as \"CSV UTF-8\"; accented letters were saved in another encoding."],
            folder.Problems());
        Assert.Equal(["S1", "S2", "S4"], folder.Read().Students.Select(file => file.Student.StudentId));
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_its_own_line_alone()
    {
        using var folder = new TestFolder();
        folder.Replace("students.csv", "S1,Ana", "S0,\"Bad,Row,2015-01-01,06,E1\nS1,Ana");

        Assert.Equal(
            ["Rejected students.csv, line 2 \"S0,\"Bad,Row,2015-01-01,06,E1\": a quote is opened on line 2 and not closed before the row ends. "
                + "Close the quote; write a quote inside a quoted field twice (\"\")."],
            folder.Problems());
        Assert.Equal(["S1", "S2"], folder.Read().Students.Select(file => file.Student.StudentId));
    }

    [Fact]
    public void Two_stray_quotes_do_not_swallow_the_rows_between_them()
    {
        using var folder = new TestFolder();
        folder.Add("students.csv", "S3,\"A,Fox,2015-01-01,06,E1", "S4,B,Fox,2015-01-01,06,E1", "S5,C\",Fox,2015-01-01,06,E1", "S6,D,Fox,2015-01-01,06,E1");

        Assert.Equal(["S1", "S2", "S4", "S5", "S6"], folder.Read().Students.Select(file => file.Student.StudentId));
        Assert.Equal(2, folder.Rejects("students.csv").Length);
    }

    [Fact]
    public void A_file_that_was_cut_off_is_recognized()
    {
        using var folder = new TestFolder();
        folder.With("plan-dates.csv", folder["plan-dates.csv"] + "P2,iepMeet");

        Assert.Equal(
            ["Rejected plan-dates.csv, line 8 \"P2,iepMeet\": the row has 2 fields, the header 4, and the file ends here. The file was cut off: export it again."],
            folder.Problems());
    }

    [Theory]
    [InlineData(100_000, "field 2 is longer than 65,536 characters")]
    [InlineData(10_000_000, "the line is longer than 262,144 bytes")]
    public void A_field_of_any_size_costs_that_row_alone(int size, string what)
    {
        using var folder = new TestFolder();
        folder.Replace("students.csv", "S1,Ana", $"S0,{new string('x', size)},Long,2015-01-01,06,E1\nS1,Ana");

        var problem = Assert.Single(folder.Read().Problems);
        Assert.Equal((what, 2, ProblemSeverity.Rejected), (problem.What, problem.Line, problem.Severity));
        Assert.InRange(problem.Value.Length, 1, 70);
        Assert.Equal(["S1", "S2"], folder.Read().Students.Select(file => file.Student.StudentId));
    }

    [Fact]
    public void A_quoted_field_of_ten_megabytes_over_many_lines_costs_its_first_line_as_a_row()
    {
        using var folder = new TestFolder();
        var lines = string.Concat(Enumerable.Repeat("lorem ipsum dolor sit amet\n", 400_000));
        folder.With("contacts.csv", $"{Contacts}\nC1,S1,\"{lines}\",mother,es,,,,,yes,\nC2,S2,Joe Cole,father,en,joe@example.org,,email,,yes,\n");

        var read = folder.Read();

        Assert.Contains(read.Problems, problem => problem is { Line: 2 } && problem.What.StartsWith("a quote is opened", StringComparison.Ordinal));
        Assert.Equal("Joe Cole", Assert.Single(read.Students[1].Contacts).Name);
    }

    [Fact]
    public void Old_line_ends_and_blank_lines_are_read()
    {
        using var folder = new TestFolder();
        folder.With("plans.csv", "planId,studentId,kind,caseManagerId\r\rP1,S1,iep,CM1\r,,,\rP2,S2,504,CM1");

        Assert.Empty(folder.Problems());
    }
}
