using NodaTime;
using Notifier.Adapters.DistrictFolders;
using Notifier.Application.PlanDates;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Stores;

namespace Notifier.Cli.Commands;

/// <summary>Imports a district folder into a store and leaves a report with the rejected rows in the data folder.</summary>
public sealed class FolderImport(HomeStore store, IClock clock)
{
    private const string ReportFolder = "import";

    /// <exception cref="CommandException">A file could not be read, or the report not written.</exception>
    public async Task<FolderImportResult> RunAsync(
        string folder, string dataFolder, bool confirmed, Action<string> progress, CancellationToken cancellationToken)
    {
        var problems = new List<ImportProblem>();
        var reportFolder = Path.Combine(Path.GetFullPath(dataFolder), ReportFolder);
        try
        {
            progress("reading");
            using var reading = new DistrictFolderReader(clock).Read(folder, problems.Add, reportFolder, cancellationToken);
            var result = await new ImportDistrictFolder(store.Tables, store.Sender, clock).RunAsync(
                reading, confirmed, new StudentsSoFar(progress), cancellationToken);
            problems.AddRange(result.Problems);
            var report = Path.Combine(reportFolder, "report.txt");
            await File.WriteAllLinesAsync(report, problems.Select(problem => $"{problem.Severity}: {problem}"), cancellationToken);

            return new() { Result = result, District = reading.District, Problems = problems, Report = report };
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failed($"the import stopped: {cause.Message} Mend it and import again: what is stored stays, the rest follows.");
        }
    }

    private sealed class StudentsSoFar(Action<string> progress) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => progress(
            $"{(value.Step == ImportStep.Comparing ? "comparing" : "writing")} student {value.Students}");
    }
}
