using NodaTime;
using Notifier.Application.Delivery;

namespace Notifier.Testing.Flow.Stories;

/// <summary>What happens to <see cref="OakHill"/>'s family, told once for every home it is to be played in.</summary>
public interface IStory
{
    /// <summary>Where the clock is to stand before.</summary>
    Instant Start { get; }

    /// <summary>What the family and the staff were told in the end, as <see cref="Told"/> says it.</summary>
    IReadOnlyList<string> Ending { get; }

    Task PlayAsync(IStoryHome home);

    /// <summary>The notices the story is about, as <see cref="Ending"/> lists them.</summary>
    IEnumerable<string> Told(IEnumerable<NoticeRow> notices);
}
