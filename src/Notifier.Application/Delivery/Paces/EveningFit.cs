using NodaTime;

namespace Notifier.Application.Delivery.Paces;

/// <summary>How much of what waits for an evening fits through the sender before the allowed hours end.</summary>
/// <param name="Texts">That wait.</param>
/// <param name="Segments">Of all of them, at most.</param>
/// <param name="TooLate">Texts whose turn would come when no text may be sent any more.</param>
public sealed record EveningFit(int Texts, int Segments, int TooLate)
{
    /// <param name="waiting">What waits, with the moment each waits for; in any order.</param>
    /// <param name="rate">The sender's.</param>
    /// <param name="given">How far the sender's time is given away already; null: not at all.</param>
    /// <param name="now">No text has its turn before.</param>
    /// <param name="closing">Nor at or after this moment.</param>
    public static EveningFit Of(
        IReadOnlyList<WaitingText> waiting, TextRate rate, SenderPaceRow? given, Instant now, Instant closing)
    {
        var free = Instant.Max(now, given?.FreeAt ?? now);
        var day = free.InUtc().Date;
        var (used, tooLate) = (given?.Day == day ? given.Used : 0, 0);
        foreach (var text in InOrder(waiting).Select(one => one.Row))
        {
            var turn = Instant.Max(free, text.Until);
            if (turn.InUtc().Date > day)
            {
                (day, used) = (turn.InUtc().Date, 0);
            }

            if (rate.SegmentsPerDay is { } most && used > 0 && used + text.Segments > most)
            {
                day = day.PlusDays(1);
                (turn, used) = (day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), 0);
            }

            used += text.Segments;
            free = turn + Duration.FromSeconds((double)(text.Segments / rate.SegmentsPerSecond));
            tooLate += turn >= closing ? 1 : 0;
        }

        return new EveningFit(waiting.Count, waiting.Sum(one => one.Row.Segments), tooLate);
    }

    /// <summary>As their turns follow each other.</summary>
    public static IEnumerable<WaitingText> InOrder(IReadOnlyList<WaitingText> waiting) =>
        waiting.OrderBy(one => one.Row.Until).ThenBy(one => one.Row.NoticeId, StringComparer.Ordinal);
}
