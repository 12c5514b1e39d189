using Notifier.Adapters.DistrictFolders.Csv;
using Notifier.Adapters.DistrictFolders.Fields;
using NodaTime;
using Notifier.PlanDates;

namespace Notifier.Adapters.DistrictFolders.Tables;

/// <summary><c>staff.csv</c>.</summary>
internal sealed class StaffTable(FolderProblems problems, IReadOnlyDictionary<string, School>? schools, DateForms dates)
{
    private const int IdColumn = 0;
    private const int NameColumn = 1;
    private const int EmailColumn = 2;
    private const int PhoneColumn = 3;
    private const int RoleColumn = 4;
    private const int SupervisorColumn = 5;
    private const int SchoolColumn = 6;
    private const int ChannelsColumn = 7;
    private const int AwayFromColumn = 8;
    private const int AwayUntilColumn = 9;

    // The last three are for districts that use them.
    private const int OptionalColumns = 3;

    private static readonly string[] Columns = ["staffId", "name", "email", "phone", "role", "supervisorId", "schoolId", "channels", "awayFrom", "awayUntil"];

    /// <summary>Null when the file could not be read.</summary>
    public Dictionary<string, StaffMember>? Read(string folder)
    {
        var table = new CsvTable(FolderFiles.Staff, Columns, problems, OptionalColumns);
        var fields = new RowFields(FolderFiles.Staff, problems, dates);
        var staff = new Dictionary<string, StaffMember>(StringComparer.Ordinal);
        var supervised = new List<(int Line, string StaffId, string SupervisorId)>();
        foreach (var row in table.Rows(folder))
        {
            fields.Begin(row);
            var member = Read(fields);
            if (staff.ContainsKey(member.StaffId))
            {
                fields.Bad(IdColumn, "another member of staff has this id", "Give each person one row and an id of their own");
            }

            if (fields.Rejected())
            {
                continue;
            }

            if (member.Email.Length == 0)
            {
                fields.Warn(EmailColumn, "there is no mail address, so no reminder can be sent to this person", "Add the address");
            }

            staff.Add(member.StaffId, member);
            if (member.SupervisorId is { } supervisor)
            {
                supervised.Add((row.Line, member.StaffId, supervisor));
            }
        }

        // A supervisor may stand further down than those who answer to them.
        foreach (var (line, staffId, supervisor) in supervised.Where(pair => !staff.ContainsKey(pair.SupervisorId)))
        {
            staff[staffId] = staff[staffId] with { SupervisorId = null };
            problems.Warn(
                FolderFiles.Staff, line, Columns[SupervisorColumn], supervisor, "no member of staff has this id, so nobody is told of what is overdue",
                NearestWord.Of(supervisor, staff.Keys) is { } near ? $"Write {near} if that is meant" : "Add the supervisor to staff.csv");
        }

        return table.IsReadable ? staff : null;
    }

    private StaffMember Read(RowFields fields)
    {
        var school = fields.Raw(SchoolColumn);
        if (school.Length > 0 && schools?.ContainsKey(school) == false)
        {
            fields.Warn(SchoolColumn, "there is no such school in schools.csv", NearestWord.Of(school, schools.Keys) is { } near
                ? $"Write {near} if that is meant"
                : "Add the school to schools.csv, or leave the field empty");
            school = "";
        }

        return new StaffMember
        {
            StaffId = fields.Id(IdColumn),
            Name = fields.Text(NameColumn, required: true),
            Email = fields.Email(EmailColumn),
            Phone = fields.Phone(PhoneColumn),
            Role = fields.Text(RoleColumn),
            SupervisorId = fields.Raw(SupervisorColumn) is { Length: > 0 } supervisor ? supervisor : null,
            SchoolId = school.Length > 0 ? school : null,
            WantsTexts = WantsTexts(fields),
            AwayFrom = fields.DateOrNone(AwayFromColumn),
            AwayUntil = AwayUntil(fields),
        };
    }

    // A text is a choice: without one staff get mail alone.
    private static bool WantsTexts(RowFields fields)
    {
        var chosen = ChannelWords.Read(fields, ChannelsColumn).Contains(Channel.Sms);
        if (chosen && fields.Raw(PhoneColumn).Length == 0)
        {
            fields.Warn(PhoneColumn, "texts are chosen, but there is no telephone number", "Add the number, or take sms out of channels");
        }

        return chosen;
    }

    private static LocalDate? AwayUntil(RowFields fields)
    {
        var (from, until) = (fields.DateOrNone(AwayFromColumn), fields.DateOrNone(AwayUntilColumn));
        if (from is not null && until is null)
        {
            fields.Bad(AwayUntilColumn, "the leave has a first day and no last one", "Write the last day of the leave; nobody may be left without anyone to tell");
        }
        else if (from > until)
        {
            fields.Bad(AwayUntilColumn, "the leave ends before it begins", "Correct awayFrom or awayUntil");
        }

        return until;
    }
}
