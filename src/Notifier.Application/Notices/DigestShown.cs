using Notifier.Notices;

namespace Notifier.Application.Notices;

/// <summary>What the mail of an overview shows, and what it only counts: evidence says that somebody was told what was shown.</summary>
internal sealed record DigestShown
{
    private const int Most = 25;
    private const int NearDays = 7;

    public required IReadOnlyList<DoFirst> First { get; init; }

    public required DigestPart Overdue { get; init; }

    public required DigestPart NoRoom { get; init; }

    public required DigestPart DueSoon { get; init; }

    /// <summary>What can still be kept first.</summary>
    public required DigestPart Team { get; init; }

    /// <summary>Nearest first.</summary>
    public required IReadOnlyList<DigestMeeting> Meetings { get; init; }

    public required IReadOnlyList<DigestMeeting> MeetingsLeft { get; init; }

    /// <summary>The first ones of <see cref="DigestFacts.Problems"/>.</summary>
    public required IReadOnlyList<ProblemFacts> Problems { get; init; }

    public required int ProblemsLeft { get; init; }

    public IEnumerable<DigestLine> Lines => Parts.SelectMany(part => part.Shown).SelectMany(group => group.Lines);

    public IEnumerable<DigestLine> LinesLeft => Parts.SelectMany(part => part.Left).SelectMany(group => group.Lines);

    private IEnumerable<DigestPart> Parts => [Overdue, NoRoom, DueSoon, Team];

    public static DigestShown Of(DigestFacts facts)
    {
        var first = DoFirst.Of(facts);
        var (own, above) = (DigestSections.Of(facts.Lines, facts.Today), DigestSections.Of(facts.Team, facts.Today));
        DigestPart Part(IReadOnlyList<DigestLine> lines) => DigestPart.Of(DigestGroup.Of(lines), first, facts.Today);
        var meetings = facts.Meetings.OrderBy(one => one.Meeting.On).ThenBy(one => one.Meeting.At).ThenBy(one => one.PlanId, StringComparer.Ordinal).ToList();
        var shown = Math.Max(Most, meetings.Count(one => one.Meeting.On <= facts.Today.PlusDays(NearDays)));
        return new()
        {
            First = first,
            Overdue = Part(own.Overdue),
            NoRoom = Part(own.NoRoom),
            DueSoon = Part(own.DueSoon),
            Team = Part([.. above.NoRoom, .. above.DueSoon, .. above.Overdue]),
            Meetings = [.. meetings.Take(shown)],
            MeetingsLeft = [.. meetings.Skip(shown)],
            Problems = [.. facts.Problems.Take(Most)],
            ProblemsLeft = Math.Max(0, facts.Problems.Count - Most),
        };
    }
}
