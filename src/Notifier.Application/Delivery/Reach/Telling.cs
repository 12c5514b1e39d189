using NodaTime;
using Notifier.Application.Delivery.Subjects;
using Notifier.ScheduleChanges;

namespace Notifier.Application.Delivery.Reach;

/// <summary>What one person is to be told now.</summary>
/// <param name="Subject">Narrowed to this person.</param>
public sealed record Telling(INoticeSubject Subject)
{
    /// <summary>Tells this notice from others of the same matter to the same person; empty: there are no others.</summary>
    public string Step { get; init; } = "";

    /// <summary>Not before; null: at once.</summary>
    public Instant? At { get; init; }

    /// <summary>Of a changed day: <see cref="NoticeRow.Turn"/>.</summary>
    public int Turn { get; init; }

    public ToldDay? Day { get; init; }

    /// <summary>Of a changed day: <see cref="NoticeRow.Changes"/>.</summary>
    public string Changes { get; init; } = "";

    /// <summary>The notice with what it will say of its day.</summary>
    public NoticeRow On(NoticeRow row) => Day is null
        ? row
        : row with { Turn = Turn, Said = string.Join(' ', Day.Said), SaidEarly = Day.Early, Changes = Changes };
}
