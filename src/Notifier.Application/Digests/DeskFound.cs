using Notifier.Notices;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>What has been found for one desk so far.</summary>
public sealed class DeskFound
{
    private readonly Dictionary<string, DigestLine> team = new(StringComparer.Ordinal);

    public List<DigestLine> Lines { get; } = [];

    public List<DigestMeeting> Meetings { get; } = [];

    public List<FoundProblem> Problems { get; } = [];

    public Dictionary<string, Reminder> Urgent { get; } = new(StringComparer.Ordinal);

    /// <summary>One due date may come up on two ways (a rung and an escalation): it is one line.</summary>
    public void AddTeam(DigestLine line) => team[line.Key] = team.TryGetValue(line.Key, out var other)
        ? line with { IsNews = line.IsNews || other.IsNews, IsEscalated = line.IsEscalated || other.IsEscalated }
        : line;

    public DigestFound ToFound() => new(Lines, [.. team.Values], Meetings, Problems, Urgent);
}
