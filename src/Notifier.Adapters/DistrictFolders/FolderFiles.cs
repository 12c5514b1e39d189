using Notifier.Application.PlanDates;

namespace Notifier.Adapters.DistrictFolders;

/// <summary>The files of a district folder.</summary>
internal static class FolderFiles
{
    public const string Settings = "district.json";

    public const string Calendar = "calendar.csv";

    public const string Schools = "schools.csv";

    public const string Staff = "staff.csv";

    public const string Students = "students.csv";

    public const string Contacts = "contacts.csv";

    public const string Plans = "plans.csv";

    public const string PlanDates = "plan-dates.csv";

    public const string Accommodations = "accommodations.csv";

    /// <summary>In the order in which they are read: each refers to earlier ones only.</summary>
    public static IReadOnlyList<string> Tables { get; } =
        [Schools, Staff, Calendar, Students, Contacts, Plans, PlanDates, Accommodations];

    /// <summary>What a student's file lacks when a row of the file is rejected; files about the district itself: nothing.</summary>
    public static MissingRows RowsOf(string file) => file switch
    {
        Students => MissingRows.Students,
        Contacts => MissingRows.Contacts,
        Plans => MissingRows.Plans,
        PlanDates => MissingRows.Dates,
        Accommodations => MissingRows.Accommodations,
        _ => MissingRows.None,
    };
}
