using NodaTime;
using Notifier.Application.PlanDates.Importing;
using Notifier.Application.Queues;
using Notifier.Application.ScheduleChanges;
using Notifier.Application.Storage;

namespace Notifier.Application.PlanDates;

/// <summary>
/// Takes a district's records into the store: only what changed is written, and one <see cref="PlanChange"/> is sent for
/// every student whose due dates may have. What looks like a mistake is held until somebody confirms it.
/// </summary>
/// <remarks>
/// An import that was cut off at any moment is finished by the next one of the same folder. Nothing is removed without a
/// word: what is stored and not in the folder is counted, named and sent on as a change.
/// </remarks>
public sealed class ImportDistrictFolder(IEntityTables tables, IQueueSender queue, IClock clock, ImportLimits? limits = null)
{
    private const int MostProblems = 200;
    private const int ProgressEvery = 500;

    private readonly DistrictFiles districts = new(tables);
    private readonly StudentFiles students = new(tables);
    private readonly OpenDistrictGaps gaps = new(tables);
    private readonly CalendarNews calendar = new(new KeptScheduleChanges(tables), queue);
    private readonly ImportGuard guard = new(limits ?? new ImportLimits());

    /// <summary>Compares, then writes.</summary>
    /// <param name="reading">The folder as read.</param>
    /// <param name="confirmed">True: a person looked at what is suspicious, and it is right.</param>
    /// <param name="progress">Hears how far it is; may be null.</param>
    /// <param name="cancellationToken">Ends the import; the next one finishes it.</param>
    /// <exception cref="ImportOvertakenException">Another import of the district ran at the same time.</exception>
    public async Task<ImportResult> RunAsync(
        IDistrictReading reading, bool confirmed, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (reading.District is not { } read)
        {
            return new ImportResult { Outcome = ImportOutcome.Refused, DistrictId = "", Counts = new ImportCounts(), Files = reading.Counts };
        }

        var districtId = read.District.DistrictId;
        var head = await districts.HeadAsync(districtId, cancellationToken);
        var stored = await districts.GetAsync(districtId, cancellationToken);
        var merged = DistrictChanges.Merge(read, stored, reading.Gaps);
        var change = DistrictChanges.Between(stored, merged);

        var twins = head is null ? await new TwinDistrict(districts, students).FindAsync(reading, cancellationToken) : [];
        var (comparison, problems) = await CompareAsync(reading, change, progress, cancellationToken);
        var result = new ImportResult
        {
            Outcome = ImportOutcome.Held,
            DistrictId = districtId,
            Counts = comparison.Counts,
            Files = reading.Counts,
            Suspicions = [.. twins, .. guard.Examine(comparison, reading.Counts, stored, merged)],
            Problems = problems,
        };
        if (result.Suspicions.Count > 0 && !confirmed)
        {
            return result;
        }

        // Before the new calendar is stored: an import that breaks off here finds the difference again.
        await calendar.RunAsync(stored, merged, clock.GetCurrentInstant(), cancellationToken);
        var nothingToDo = change is null && comparison.Counts.ChangedNothing && head is { OpenSince: 0 };
        var sent = nothingToDo ? 0 : await WriteAsync(reading, districtId, head, change, progress, cancellationToken);
        await gaps.SettleAsync(districtId, [.. reading.LeftOut, .. comparison.NeverStored], clock.GetCurrentInstant(), cancellationToken);
        return result with { Outcome = ImportOutcome.Imported, ChangesSent = sent };
    }

    private async Task<(ImportComparison Comparison, List<ImportProblem> Problems)> CompareAsync(
        IDistrictReading reading, DistrictChange? district, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var changes = new StudentChanges(reading);
        var comparison = new ImportComparison(
            reading.PlansWithDatesAlone, reading.District!.District.Today(clock.GetCurrentInstant()));
        var problems = new List<ImportProblem>();
        comparison.DistrictChanged(district is not null);
        var done = 0;
        await foreach (var pair in PairsAsync(reading, cancellationToken))
        {
            var change = changes.Of(pair);
            if (change is { Content.Length: > StudentFiles.LargestFile })
            {
                Add(problems, ImportFindings.TooLarge(change));
                change = null;
            }

            comparison.Add(pair, change, changes.Unchanged(pair, change), district?.Concerns(StudentChanges.SchoolOf(pair)) == true);
            foreach (var problem in ImportFindings.Gone(change))
            {
                Add(problems, problem);
            }

            Report(progress, ImportStep.Comparing, ++done);
        }

        return (comparison, problems);
    }

    private async Task<int> WriteAsync(
        IDistrictReading reading,
        string districtId,
        DistrictHead? head,
        DistrictChange? district,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var import = await OpenImport.BeginAsync(districts, districtId, head, cancellationToken);
        if (district is not null)
        {
            await import.WriteDistrictAsync(district, cancellationToken);
        }

        var changes = new StudentChanges(reading);
        var plan = new ImportPlan(import, districtId);
        var writer = new StudentWriter(students, queue, districtId);
        var done = 0;
        await foreach (var pair in PairsAsync(reading, cancellationToken))
        {
            if (plan.For(pair, changes.Of(pair)) is { } student)
            {
                await writer.AddAsync(student, cancellationToken);
            }

            Report(progress, ImportStep.Writing, ++done);
        }

        await writer.FinishAsync(cancellationToken);
        await import.CloseAsync(cancellationToken);
        return writer.Sent;
    }

    private static void Add(List<ImportProblem> problems, ImportProblem problem)
    {
        if (problems.Count < MostProblems)
        {
            problems.Add(problem);
        }
    }

    private static void Report(IProgress<ImportProgress>? progress, ImportStep step, int done)
    {
        if (done % ProgressEvery == 0)
        {
            progress?.Report(new ImportProgress(step, done));
        }
    }

    private IAsyncEnumerable<StudentPair> PairsAsync(IDistrictReading reading, CancellationToken cancellationToken) => StudentPairs.WalkAsync(
        reading.StudentsAsync(cancellationToken),
        students.RowsAsync(reading.District!.District.DistrictId, cancellationToken),
        cancellationToken);
}
