using System.Globalization;
using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Queues;
using Notifier.Application.Storage;

namespace Notifier.Application.Digests;

/// <summary>
/// The overviews of one desk on one day: that of the morning, and after it at most one an hour that adds what cannot
/// wait until tomorrow. So nobody gets thirty mails of thirty due dates that were recorded at once.
/// </summary>
public sealed class DigestEditions(NoticeLedger ledger, IQueueSender queue, IClock clock)
{
    private const int MostEditions = 30;

    private static readonly Duration Apart = Duration.FromHours(1);

    /// <summary>Stands for a line in the row of a digest, where there is little room.</summary>
    public static string MarkOf(string key) => StableId.Of(key)[..8];

    /// <summary>What was said so far, the morning's first. Ends at the first that has not been attempted.</summary>
    public async Task<IReadOnlyList<NoticeRow>> SaidAsync(
        string districtId, string desk, LocalDate day, CancellationToken cancellationToken)
    {
        var said = new List<NoticeRow>();
        for (var number = 0; number < MostEditions; number++)
        {
            var read = await ledger.OfReminderAsync(NoticeDue.OfDigest(districtId, desk, day, number), cancellationToken);
            if (read.Rows.Where(row => row.AttemptedAt is not null).MaxBy(row => row.AttemptedAt) is not { } row)
            {
                break;
            }

            said.Add(row);
        }

        return said;
    }

    /// <summary>Whether one of them says this line or counts it: an addition that repeats what was counted would never end.</summary>
    public static bool Say(IEnumerable<NoticeRow> said, string key) =>
        said.Any(row => Holds(row.Said, MarkOf(key)) || Holds(row.OnlyCounted, MarkOf(key)));

    /// <summary>Whether marks with blanks between hold this one.</summary>
    public static bool Holds(string marks, string mark) => marks.Split(' ').Contains(mark, StringComparer.Ordinal);

    /// <summary>Puts the next one on the queue, not sooner than an hour after the last.</summary>
    public Task QueueNextAsync(
        string districtId, string desk, LocalDate day, IReadOnlyList<NoticeRow> said, CancellationToken cancellationToken)
    {
        var due = NoticeDue.OfDigest(districtId, desk, day, said.Count);
        var now = clock.GetCurrentInstant();
        var notBefore = said.Count == 0 ? (Instant?)null : said[^1].AttemptedAt!.Value + Apart;
        // Another second, another id: a queue drops a message that it has had, although that one found nothing to say.
        var id = $"digest-{due.ReminderId()}-{now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";
        return said.Count >= MostEditions
            ? Task.CompletedTask
            : queue.SendAsync(QueueNames.NoticesDue, [due.ToMessage(id, notBefore > now ? notBefore : null)], cancellationToken);
    }
}
