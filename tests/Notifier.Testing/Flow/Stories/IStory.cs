using NodaTime;
using Notifier.Application.Delivery;

namespace Notifier.Testing.Flow.Stories;

/// <summary>What happens to <see cref="OakHill"/>'s family, told once for every home it is to be played in.</summary>
public interface IStory
{
    /// <summary>
    /// Where the clock is to stand before: at noon, so that a home which runs once a day runs while texts may go out.
    /// </summary>
    Instant Start { get; }

    /// <summary>What the family and the staff were told in the end, as <see cref="Told"/> says it.</summary>
    IReadOnlyList<string> Ending { get; }

    Task PlayAsync(IStoryHome home);

    /// <summary>The notices the story is about, by day and not by hour: homes run more or less often.</summary>
    IEnumerable<string> Told(IEnumerable<NoticeRow> notices);
}
