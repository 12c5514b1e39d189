using System.Threading.Channels;
using NodaTime;
using Notifier.Adapters.Outbox;
using Notifier.Adapters.Sqlite;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Application.Runs;
using Notifier.Application.Storage;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Benchmarks.DailyRuns;

/// <summary>
/// A store with very many imported and refreshed plans, made in minutes: the import and the refresh themselves run, some
/// students at a time over tables in memory, and the rows they leave there go into the store's file in one transaction.
/// </summary>
internal static class StoredPlans
{
    private const int StudentsAtOnce = 1000;

    /// <summary>Fills a data folder that nothing is in.</summary>
    /// <param name="dataFolder">Of the new store.</param>
    /// <param name="students">So many students, each with one plan.</param>
    /// <param name="student">The n-th; the order of numbers is that of the students' keys.</param>
    /// <param name="clock">The moment of the import.</param>
    /// <returns>The messages that import and refresh left on the queue <c>notices-due</c>.</returns>
    public static async Task<IReadOnlyList<QueueMessage>> WriteAsync(
        string dataFolder, int students, Func<int, StudentFile> student, IClock clock)
    {
        await using (SqliteStore.Open(dataFolder, clock))
        {
            // Makes the file.
        }

        var due = new List<QueueMessage>();
        using var file = new StoreFileRows(Path.Combine(dataFolder, "notifier.db"));
        var made = Channel.CreateBounded<(InMemoryTables Tables, SentMessages Messages)>(4);
        var making = Parallel.ForEachAsync(
            Enumerable.Range(0, students).Chunk(StudentsAtOnce),
            async (numbers, cancellationToken) =>
                await made.Writer.WriteAsync(await MakeAsync(numbers, student, clock, cancellationToken), cancellationToken));
        _ = making.ContinueWith(task => made.Writer.Complete(task.Exception), TaskScheduler.Default);
        await foreach (var (tables, messages) in made.Reader.ReadAllAsync())
        {
            file.Add(tables.Rows());
            due.AddRange(messages.Of(QueueNames.NoticesDue));
        }

        await making;
        file.Commit();
        return due;
    }

    /// <summary>The same through a store as it is in use: what the rows of the other way are held against.</summary>
    public static async Task ImportAsync(SqliteStore store, int students, Func<int, StudentFile> student, IClock clock)
    {
        var useCases = Over(store.Tables, store.Queues, clock);
        await RunAsync(store.Tables, store.Queues, useCases, Enumerable.Range(0, students), student, clock, atOnce: 64, CancellationToken.None);
    }

    private static async Task<(InMemoryTables Tables, SentMessages Messages)> MakeAsync(
        IEnumerable<int> numbers, Func<int, StudentFile> student, IClock clock, CancellationToken cancellationToken)
    {
        var tables = new InMemoryTables();
        var messages = new SentMessages();
        await RunAsync(tables, messages, Over(tables, messages, clock), numbers, student, clock, atOnce: 1, cancellationToken);
        return (tables, messages);
    }

    private static async Task RunAsync(
        IEntityTables tables, IQueueSender queue, UseCases useCases, IEnumerable<int> numbers,
        Func<int, StudentFile> student, IClock clock, int atOnce, CancellationToken cancellationToken)
    {
        StudentFile[] files = [.. numbers.Select(student)];
        await new ImportDistrictFolder(tables, queue, clock).RunAsync(
            new GivenDistrict(OakHill.District(), files), confirmed: true, null, cancellationToken);
        await Parallel.ForEachAsync(
            files, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
            async (file, ending) => await useCases.RefreshDueDates.RunAsync(
                new PlanChange { DistrictId = file.DistrictId, StudentId = file.Student.StudentId, Reason = "the plan's record changed" },
                ending));
    }

    private static UseCases Over(IEntityTables tables, IQueueSender queue, IClock clock) => new(
        tables, queue, new OutboxFolder(new OutboxSettings { Folder = "outbox" }), new NoticeComposer(new PlainTemplates()), clock);
}
