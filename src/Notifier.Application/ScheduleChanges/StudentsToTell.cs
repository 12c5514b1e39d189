using System.Runtime.CompilerServices;
using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Application.Runs;
using Notifier.Application.Storage;
using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>
/// Has every student whom any version of a change may concern looked at anew. Whoever does it again, whole or in part, raises
/// messages with the same ids, and each family hears what it has not heard.
/// </summary>
public sealed class StudentsToTell(
    DistrictFiles districts, StudentFiles students, ConcernedStudents concerned, IQueueSender queue, RunTally tally, IClock clock)
{
    private const int MessagesAtOnce = 100;
    private const int ReadAtOnce = 16;

    /// <param name="districtId">The district.</param>
    /// <param name="versions">All on record.</param>
    /// <param name="announced">See <see cref="ChangeShard.Announced"/>.</param>
    /// <param name="shard">Of <see cref="ConcernedStudents.Shards"/>; null: all of them.</param>
    /// <param name="cancellationToken">Ends it; it is then to be done again.</param>
    /// <returns>How many days of students were put on the queue.</returns>
    public async Task<int> RaiseAsync(
        string districtId, IReadOnlyList<ScheduleChange> versions, string announced, int? shard, CancellationToken cancellationToken)
    {
        var told = 0;
        await foreach (var some in FindAsync(districtId, versions, shard, cancellationToken).Chunk(MessagesAtOnce).WithCancellation(cancellationToken))
        {
            await queue.SendAsync(
                QueueNames.NoticesDue, [.. some.Select(one => MessageFor(districtId, one.Student, one.Day, announced))], cancellationToken);
            told += some.Length;
        }

        tally.Raised(told);
        return told;
    }

    /// <summary>Every student, each with every day to come, that any version of a change may concern.</summary>
    public async IAsyncEnumerable<(StudentFile Student, LocalDate Day)> FindAsync(
        string districtId, IReadOnlyList<ScheduleChange> versions, int? shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = await districts.GetAsync(districtId, cancellationToken)
            ?? throw new InvalidOperationException($"District {districtId} is not on file: import its folder again.");
        var today = file.District.Today(clock.GetCurrentInstant());
        var days = versions.Select(one => one.Date).Distinct().Where(day => day >= today).Order().ToList();
        if (days.Count == 0)
        {
            yield break;
        }

        await foreach (var ids in IdsAsync(versions, shard, cancellationToken).Chunk(ReadAtOnce).WithCancellation(cancellationToken))
        {
            var found = await Task.WhenAll(ids.Select(id => students.GetAsync(districtId, id, cancellationToken)));
            foreach (var (student, day) in found.OfType<StudentFile>().SelectMany(student => days.Select(day => (student, day))))
            {
                yield return (student, day);
            }
        }
    }

    /// <summary>Stands for one announcement of one version.</summary>
    public static string MarkOf(ScheduleChange change) => StableId.Of(
        change.DistrictId, change.ChangeId, change.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
        NodaTime.Text.InstantPattern.ExtendedIso.Format(change.PostedAt), change.Said, change.Withdrawn ? "withdrawn" : "", ReachOf(change));

    private async IAsyncEnumerable<string> IdsAsync(
        IReadOnlyList<ScheduleChange> versions, int? shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // Versions of equal reach are looked up once.
        foreach (var version in versions.DistinctBy(ReachOf))
        {
            await foreach (var id in concerned.OfAsync(version, shard, cancellationToken))
            {
                if (seen.Add(id))
                {
                    yield return id;
                }
            }
        }
    }

    private static string ReachOf(ScheduleChange one) => string.Join(
        '\n', [.. one.SchoolIds, "/", .. one.Grades, "/", .. one.StudentIds, "/", one.Everyone ? "everyone" : ""]);

    private static QueueMessage MessageFor(string districtId, StudentFile student, LocalDate day, string announced)
    {
        var due = NoticeDue.OfDay(
            districtId, student.Student.StudentId,
            (PromisedNotice.In(student.Plans, student.Accommodations, day) ?? ChangedDays.PlanOf(student)).PlanId, day);
        return due.ToMessage($"change-{StableId.Of(announced, due.ReminderId())}", null);
    }
}
