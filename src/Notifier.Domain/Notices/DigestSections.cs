using NodaTime;
using Notifier.Obligations;

namespace Notifier.Notices;

/// <summary>The due dates of an overview, sorted by what to do first.</summary>
public sealed record DigestSections
{
    // What is due within a week is said on every day of it.
    private const int NearDays = 7;

    /// <summary>Most overdue first.</summary>
    public required IReadOnlyList<DigestLine> Overdue { get; init; }

    /// <summary>Not overdue yet, and too few days are left for the notice of the meeting that would meet it; nearest first.</summary>
    public required IReadOnlyList<DigestLine> NoRoom { get; init; }

    /// <summary>Nearest first.</summary>
    public required IReadOnlyList<DigestLine> DueSoon { get; init; }

    public static DigestSections Of(IEnumerable<DigestLine> lines, LocalDate today)
    {
        var sorted = lines.OrderBy(line => line.DueDate.DueOn).ThenBy(line => line.DueDate.PlanId, StringComparer.Ordinal)
            .ThenBy(line => line.DueDate.Obligation).ThenBy(line => line.DueDate.Part, StringComparer.Ordinal).ToList();
        return new()
        {
            Overdue = [.. sorted.Where(line => IsOverdue(line, today))],
            NoRoom = [.. sorted.Where(line => !IsOverdue(line, today) && line.LastNoticeDay < today)],
            DueSoon = [.. sorted.Where(line => !IsOverdue(line, today) && !(line.LastNoticeDay < today))],
        };
    }

    /// <summary>Whether an overview is worth sending on this day: not when all it could say was said before and can wait.</summary>
    public static bool AskForAttention(DigestFacts facts)
    {
        var all = Of([.. facts.Lines, .. facts.Team], facts.Today);
        return all.Overdue.Count + all.NoRoom.Count > 0
            || facts is { Problems.Count: > 0, ProblemsAreNews: true }
            || facts.Meetings.Any(one => one.Missing != MeetingGap.NoConfirmation || one.Meeting.On <= facts.Today.PlusDays(NearDays))
            || all.DueSoon.Any(line => line.IsNews || line.DueDate.DueOn <= facts.Today.PlusDays(NearDays));
    }

    // A lower bound is never overdue: it only opens.
    private static bool IsOverdue(DigestLine line, LocalDate today) =>
        line.DueDate.DueOn < today && line.DueDate.Obligation != ObligationIds.ReevaluationFloor;
}
