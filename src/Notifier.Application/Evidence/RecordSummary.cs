using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Evidence;

/// <summary>What a record comes to: how much was tried, by which way, whom it reached and what is open.</summary>
public sealed record RecordSummary
{
    /// <summary>Notices to the family, withheld ones included.</summary>
    public required int Notices { get; init; }

    public required int ByText { get; init; }

    public required int ByEmail { get; init; }

    public int Attempts => ByText + ByEmail;

    /// <summary>Every contact on file, and whoever else was written to.</summary>
    public required IReadOnlyList<PersonReached> People { get; init; }

    public required int Answers { get; init; }

    /// <summary>Of the notices that count as delivered those that only lie in the outbox of this machine.</summary>
    public required int InOutbox { get; init; }

    /// <summary>Notices whose end is not known yet, or never came.</summary>
    public required IReadOnlyList<NoticeRow> Open { get; init; }

    public static RecordSummary Of(EvidenceReading reading)
    {
        var family = FamilyOf(reading);
        var ids = family.Select(row => row.NoticeId).ToHashSet(StringComparer.Ordinal);
        var attempts = reading.Entries.Where(entry => entry.Kind == EvidenceKind.AttemptStarted && ids.Contains(entry.NoticeId)).ToList();
        var texts = attempts.Count(entry => EvidenceDetail.Find(entry.Detail, "channel") == nameof(Channel.Sms));
        return new RecordSummary
        {
            Notices = family.Count,
            ByText = texts,
            ByEmail = attempts.Count - texts,
            People = [.. reading.People.Contacts.Select(contact => contact.ContactId)
                .Concat(family.Select(row => row.RecipientId)).Distinct(StringComparer.Ordinal)
                .Select(id => PersonReached.Of(id, [.. family.Where(row => row.RecipientId == id)], reading))],
            Answers = reading.Entries.Count(entry => entry.Kind == EvidenceKind.ReplyReceived),
            InOutbox = family.Count(row => row.State == NoticeState.Delivered && reading.Of(row).Any(StepWords.IsOfOutbox)),
            Open = [.. family.Where(row => !NoticeStates.IsClosed(row.State))],
        };
    }

    /// <summary>What was written to the family, answers to its texts included.</summary>
    public static IReadOnlyList<NoticeRow> FamilyOf(EvidenceReading reading) =>
        [.. reading.Notices.Where(row => row.Audience == Audience.Family)];
}

/// <summary>What became of the notices to one person.</summary>
/// <param name="RecipientId">The contact.</param>
/// <param name="Delivered">Arrived, as the provider reports.</param>
/// <param name="Unreported">Taken by the provider, without a report that it arrived.</param>
/// <param name="NotDelivered">Refused, sent back, or never sent.</param>
/// <param name="Withheld">Not sent, on purpose.</param>
/// <param name="Waiting">To be sent yet, or under way.</param>
/// <param name="Last">The notice that arrived last; null: none did.</param>
/// <param name="LastAt">When that was.</param>
public sealed record PersonReached(
    string RecipientId, int Delivered, int Unreported, int NotDelivered, int Withheld, int Waiting, NoticeRow? Last, Instant? LastAt)
{
    public static PersonReached Of(string id, IReadOnlyList<NoticeRow> rows, EvidenceReading reading)
    {
        int Count(params ReadOnlySpan<NoticeState> states)
        {
            var count = 0;
            foreach (var row in rows)
            {
                count += states.Contains(row.State) ? 1 : 0;
            }

            return count;
        }

        var last = rows.Where(row => row.State == NoticeState.Delivered)
            .Select(row => (Row: row, At: reading.Of(row).LastOrDefault(entry => entry.Kind == EvidenceKind.NoticeDelivered) is { } entry
                ? StepWords.TimeOf(entry)
                : (Instant?)null))
            .OrderBy(one => one.At).LastOrDefault();
        return new PersonReached(
            id, Count(NoticeState.Delivered), Count(NoticeState.Accepted, NoticeState.Sent),
            Count(NoticeState.Failed, NoticeState.NotSent), Count(NoticeState.Withheld),
            Count(NoticeState.Planned, NoticeState.Attempting, NoticeState.Unknown), last.Row, last.At);
    }
}
