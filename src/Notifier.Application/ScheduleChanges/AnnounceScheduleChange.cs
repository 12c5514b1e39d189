using System.Globalization;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Application.Runs;
using Notifier.Application.Storage;
using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>
/// Keeps one version of a schedule change and has every student it concerns, or an earlier version concerned, looked at
/// anew: each family then hears what is true, if that is not what it heard last. May run any number of times, in any order.
/// </summary>
public sealed partial class AnnounceScheduleChange(
    DistrictFiles districts,
    StudentFiles students,
    KeptScheduleChanges changes,
    ConcernedStudents concerned,
    StudentNames names,
    IQueueSender queue,
    RunTally tally,
    IClock clock,
    ILogger<AnnounceScheduleChange> logger)
{
    private const int MostAtOnce = 100;

    /// <exception cref="ScheduleChangeException">The change cannot be told as it is.</exception>
    public async Task RunAsync(ScheduleChange change, CancellationToken cancellationToken)
    {
        await CheckAsync(change, cancellationToken);
        await changes.KeepAsync(change, cancellationToken);
        var versions = await changes.OfChangeAsync(change.DistrictId, change.ChangeId, cancellationToken);
        var told = 0;
        var batch = new List<QueueMessage>();
        await foreach (var (student, day) in LooksAsync(change.DistrictId, versions, cancellationToken))
        {
            batch.Add(MessageFor(student, day, change));
            told++;
            if (batch.Count == MostAtOnce)
            {
                await queue.SendAsync(QueueNames.NoticesDue, batch, cancellationToken);
                batch = [];
            }
        }

        if (batch.Count > 0)
        {
            await queue.SendAsync(QueueNames.NoticesDue, batch, cancellationToken);
        }

        tally.Raised(told);
        LogAnnounced(change.ChangeId, change.Version, change.DistrictId, told);
    }

    /// <exception cref="ScheduleChangeException">The change cannot be told as it is.</exception>
    /// <exception cref="InvalidOperationException">The district is not on file.</exception>
    public async Task CheckAsync(ScheduleChange change, CancellationToken cancellationToken)
    {
        var file = await districts.GetAsync(change.DistrictId, cancellationToken)
            ?? throw new InvalidOperationException($"District {change.DistrictId} is not on file: import its folder again.");
        IReadOnlyList<ScheduleChangeProblem> problems =
        [
            .. ScheduleChangeCheck.Of(change, file.District, file.Schools),
            .. await names.ProblemsAsync(change, file, cancellationToken),
        ];
        if (problems.Count > 0)
        {
            throw new ScheduleChangeException(problems);
        }
    }

    /// <summary>Every student, each with every day to come, that any version of a change may concern.</summary>
    public async IAsyncEnumerable<(StudentFile Student, LocalDate Day)> LooksAsync(
        string districtId, IReadOnlyList<ScheduleChange> versions,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = await districts.GetAsync(districtId, cancellationToken)
            ?? throw new InvalidOperationException($"District {districtId} is not on file: import its folder again.");
        var today = file.District.Today(clock.GetCurrentInstant());
        var days = versions.Select(one => one.Date).Distinct().Where(day => day >= today).Order().ToList();
        if (days.Count == 0)
        {
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        // Versions of equal reach are looked up once.
        foreach (var version in versions.DistinctBy(ReachOf))
        {
            await foreach (var id in concerned.OfAsync(version, cancellationToken))
            {
                if (!seen.Add(id) || await students.GetAsync(districtId, id, cancellationToken) is not { } student)
                {
                    continue;
                }

                foreach (var day in days)
                {
                    yield return (student, day);
                }
            }
        }
    }

    private static string ReachOf(ScheduleChange one) => string.Join(
        '\n', [.. one.SchoolIds, "/", .. one.Grades, "/", .. one.StudentIds, "/", one.Everyone ? "everyone" : ""]);

    private static QueueMessage MessageFor(StudentFile student, LocalDate day, ScheduleChange change)
    {
        var due = NoticeDue.OfDay(
            change.DistrictId, student.Student.StudentId,
            (PromisedNotice.In(student.Plans, student.Accommodations, day) ?? ChangedDays.PlanOf(student)).PlanId, day);
        var version = string.Create(CultureInfo.InvariantCulture, $"{change.Version}");
        return due.ToMessage(
            "change-" + StableId.Of(
                change.ChangeId, version, InstantPattern.ExtendedIso.Format(change.PostedAt), change.Said,
                change.Withdrawn ? "withdrawn" : "", ReachOf(change), due.ReminderId()),
            null);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Schedule change {ChangeId} version {Version} of district {DistrictId}: {Told} days of students to look at")]
    private partial void LogAnnounced(string changeId, int version, string districtId, int told);
}
