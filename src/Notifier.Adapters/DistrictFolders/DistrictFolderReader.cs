using NodaTime;
using Notifier.Adapters.DistrictFolders.Csv;
using Notifier.Adapters.DistrictFolders.Settings;
using Notifier.Adapters.DistrictFolders.Tables;
using Notifier.Application.PlanDates;

namespace Notifier.Adapters.DistrictFolders;

/// <summary>
/// Reads a district's folder: good rows go in, each bad one becomes a problem and stands in a rejects file, and nothing
/// that was good is lost. Memory does not grow with the files.
/// </summary>
public sealed class DistrictFolderReader(IClock clock)
{
    /// <summary>Reads and checks everything.</summary>
    /// <param name="folder">The folder with <c>district.json</c> and the tables.</param>
    /// <param name="report">Hears of every problem as it is found.</param>
    /// <param name="rejectsFolder">Where rejected rows are kept, word for word; null: nowhere.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">A file could not be read, or a rejects file not written.</exception>
    public DistrictReading Read(
        string folder, Action<ImportProblem> report, string? rejectsFolder = null, CancellationToken cancellationToken = default)
    {
        using var rejects = new RejectsFiles(rejectsFolder, FolderFiles.Tables);
        var problems = new FolderProblems(report, rejects);
        if (!Directory.Exists(folder))
        {
            problems.Fatal(folder, 0, "", "", "there is no such folder", "Name the folder that holds district.json");
            return DistrictReading.Refused(problems);
        }

        if (new SettingsFile(problems).Read(folder) is not { } settings)
        {
            return DistrictReading.Refused(problems);
        }

        var tables = new ReadingTables();
        try
        {
            return Read(folder, settings, tables, problems, cancellationToken);
        }
        catch
        {
            tables.Dispose();
            throw;
        }
    }

    private DistrictReading Read(
        string folder, DistrictSettings settings, ReadingTables tables, FolderProblems problems, CancellationToken cancellationToken)
    {
        var today = settings.District.Today(clock.GetCurrentInstant());
        var rows = new FolderRows(tables);
        var schools = new SchoolsTable(problems).Read(folder);
        var staff = new StaffTable(problems, schools, settings.Dates).Read(folder);
        var calendar = new CalendarTable(problems, settings.Dates, schools).Read(folder, today);
        cancellationToken.ThrowIfCancellationRequested();
        LeftOutRows LeftOut(string file) => new(file, tables, problems);
        if (new StudentsTable(problems, settings.Dates, rows, LeftOut(FolderFiles.Students), schools).Read(folder, today))
        {
            new ContactsTable(problems, settings.Dates, rows, LeftOut(FolderFiles.Contacts)).Read(folder, today);
            cancellationToken.ThrowIfCancellationRequested();
            if (new PlansTable(problems, rows, LeftOut(FolderFiles.Plans), staff).Read(folder))
            {
                cancellationToken.ThrowIfCancellationRequested();
                new PlanDatesTable(problems, settings.Dates, rows, LeftOut(FolderFiles.PlanDates)).Read(folder, today);
                new AccommodationsTable(problems, rows, LeftOut(FolderFiles.Accommodations)).Read(folder);
            }
        }

        tables.Finish();
        if (schools is null || staff is null || calendar is null || problems.AnyFatal)
        {
            tables.Dispose();
            return DistrictReading.Refused(problems);
        }

        var district = new DistrictFile
        {
            District = settings.District,
            Schools = InOrder(schools),
            Staff = InOrder(staff),
            Calendar = calendar,
            Ladder = settings.Ladder,
        };
        var reading = new DistrictReading(district, tables, problems);
        new ContradictionCheck(tables, problems, today).Run(reading.Students(cancellationToken));
        return reading;
    }

    private static List<T> InOrder<T>(Dictionary<string, T> byId) =>
        [.. byId.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];
}
