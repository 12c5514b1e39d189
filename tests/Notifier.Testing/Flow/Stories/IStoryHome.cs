using NodaTime;
using Notifier.Application.PlanDates;

namespace Notifier.Testing.Flow.Stories;

/// <summary>Where a story is played: the use cases alone, or a whole home. Its clock moves with the story.</summary>
public interface IStoryHome
{
    /// <summary>Puts the district's files in place of the ones before.</summary>
    Task ImportAsync(DistrictFile district, params IEnumerable<StudentFile> students);

    /// <summary>
    /// Runs from the moment the home's clock stands at up to a moment, and at that moment; how often in between is the
    /// home's own, at least once a day.
    /// </summary>
    Task RunUntilAsync(Instant end);
}
