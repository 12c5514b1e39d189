using NodaTime;
using Notifier.Application.Delivery.Subjects;
using Notifier.Delivery;
using Notifier.Notices;

namespace Notifier.Application.Delivery.Reach;

/// <summary>
/// What each person is to be told now, and which of the notices on record are about that: of a due date all of them, of
/// a changed day those that say what is true now.
/// </summary>
public sealed record Tellings
{
    /// <summary>By recipient; whoever has heard everything is not in it.</summary>
    public required IReadOnlyDictionary<string, Telling> ByRecipient { get; init; }

    /// <summary>Those who are to be told.</summary>
    public required IReadOnlyList<Recipient> Reached { get; init; }

    /// <summary>Those who should be told and cannot be.</summary>
    public required IReadOnlyList<NoRecipient> Unreached { get; init; }

    /// <summary>The notices that say what is true now.</summary>
    public required IReadOnlyList<NoticeRow> Rows { get; init; }

    /// <summary>Planned notices whose words have been overtaken: not to be sent any more.</summary>
    public required IReadOnlyList<NoticeRow> Overtaken { get; init; }

    public static Tellings For(
        NoticeDue due, INoticeSubject subject, RecipientChoice choice, IReadOnlyList<NoticeRow> rows, Instant now)
    {
        var tellings = new Dictionary<string, Telling>(StringComparer.Ordinal);
        foreach (var recipient in choice.Reached)
        {
            if (subject.TellingFor(recipient.RecipientId, recipient, rows, now) is { } telling)
            {
                tellings[recipient.RecipientId] = telling;
            }
        }

        bool SaysOtherwise(NoticeRow row) =>
            due.IsOfChangedDay
            && choice.Reached.Any(one => one.RecipientId == row.RecipientId)
            && (!tellings.TryGetValue(row.RecipientId, out var telling)
                || due.NoticeIdFor(row.RecipientId, row.Channel, telling.Step) != row.NoticeId);

        return new Tellings
        {
            ByRecipient = tellings,
            Reached = [.. choice.Reached.Where(one => tellings.ContainsKey(one.RecipientId))],
            Unreached = [.. choice.Unreached.Where(one => subject.TellingFor(one.ContactId, null, rows, now) is not null)],
            Rows = [.. rows.Where(row => !SaysOtherwise(row))],
            Overtaken = [.. rows.Where(row => row.State == NoticeState.Planned && SaysOtherwise(row))],
        };
    }
}
