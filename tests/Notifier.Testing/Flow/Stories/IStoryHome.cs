using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.ScheduleChanges;

namespace Notifier.Testing.Flow.Stories;

/// <summary>Where a story is played: the use cases alone, or a whole home. Its clock moves with the story.</summary>
public interface IStoryHome
{
    /// <summary>The provider, which a story may let refuse, fail or be slow to answer.</summary>
    FakeChannel Channel { get; }

    /// <summary>What the home's clock shows.</summary>
    Instant Now { get; }

    /// <summary>Puts the district's files in place of the ones before.</summary>
    Task ImportAsync(DistrictFile district, params IEnumerable<StudentFile> students);

    /// <summary>Puts a schedule change on its queue.</summary>
    Task AnnounceAsync(ScheduleChange change);

    /// <summary>Puts what a provider reports or a recipient writes on the queue that webhooks put it on.</summary>
    Task ReceiveAsync(QueueMessage report);

    /// <summary>
    /// Runs from the moment the home's clock stands at up to a moment, and at that moment; how often in between is the
    /// home's own, at least once a day.
    /// </summary>
    Task RunUntilAsync(Instant end);

    /// <summary>An outage: the clock moves on, and nothing runs.</summary>
    void StandStillUntil(Instant end);

    /// <summary>Every notice to the family and about it.</summary>
    Task<IReadOnlyList<NoticeRow>> NoticesAsync();
}
