using Notifier.Application.Queues;

namespace Notifier.Application.PlanDates.Importing;

/// <summary>
/// Writes students in batches: rows first, then the messages about them. A crash in between leaves rows that bear the
/// number of an import that is still open, so the next import sends their changes.
/// </summary>
internal sealed class StudentWriter(StudentFiles files, IQueueSender queue, string districtId)
{
    private const int BatchSize = 250;

    private readonly List<ImportedStudent> batch = new(BatchSize);
    private Task writing = Task.CompletedTask;

    public int Sent { get; private set; }

    public async Task AddAsync(ImportedStudent student, CancellationToken cancellationToken)
    {
        batch.Add(student);
        if (batch.Count >= BatchSize)
        {
            await StartAsync(cancellationToken);
        }
    }

    /// <summary>Waits until everything is written and sent.</summary>
    /// <exception cref="ImportOvertakenException">Somebody else wrote one of the students meanwhile.</exception>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        await writing;
    }

    // One batch is on its way while the next is being read.
    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await writing;
        ImportedStudent[] students = [.. batch];
        batch.Clear();
        writing = Task.Run(() => WriteAsync(students, cancellationToken), cancellationToken);
    }

    private async Task WriteAsync(ImportedStudent[] students, CancellationToken cancellationToken)
    {
        if (students.Length == 0)
        {
            return;
        }

        var written = await Task.WhenAll(students
            .Where(student => student.Row is not null)
            .Select(student => files.WriteAsync(student.Row!, student.IfETag, cancellationToken)));
        if (!written.All(made => made))
        {
            throw new ImportOvertakenException(districtId);
        }

        await queue.SendAsync(QueueNames.PlanChanges, [.. students.Select(student => student.Message)], cancellationToken);
        Sent += students.Length;
    }
}
