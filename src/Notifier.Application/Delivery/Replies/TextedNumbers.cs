using NodaTime;
using Notifier.Application.Storage;
using Notifier.Delivery;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Replies;

/// <summary>
/// Which students' contacts and members of staff were texted at a number, in every district: written before an attempt, so that no reply can
/// come before it, and read instead of all students. One number may stand for several of them.
/// </summary>
public sealed class TextedNumbers(IEntityTables tables, NoticeLedger ledger)
{
    private const string Contacts = "contact|";

    /// <summary>Texts of the same time may be under way together and cannot know of each other: each of them says it.</summary>
    private static readonly Duration AtOnce = Duration.FromMinutes(10);

    private readonly IEntityTable table = tables.Open("TextedNumbers");

    /// <summary>Before an attempt by text. A number is texted many times and written once.</summary>
    public async Task RememberAsync(NoticeRow notice, string addressHash, CancellationToken cancellationToken)
    {
        var key = Contacts + StoreKey.Of(notice.DistrictId, notice.StudentId, notice.RecipientId);
        if (await table.GetAsync(addressHash, key, ReplyJson.Default.NumberRow, cancellationToken) is null)
        {
            await table.InsertAsync(
                new NumberRow
                {
                    PartitionKey = addressHash,
                    RowKey = key,
                    DistrictId = notice.DistrictId,
                    StudentId = notice.StudentId,
                    ContactId = notice.RecipientId,
                },
                ReplyJson.Default.NumberRow,
                cancellationToken);
        }
    }

    /// <summary>In order of district, student and contact; empty for a number nobody was texted at.</summary>
    public async Task<IReadOnlyList<NumberRow>> ContactsAsync(string addressHash, CancellationToken cancellationToken)
    {
        var rows = new List<NumberRow>();
        await foreach (var row in table.QueryAsync(
            addressHash, RowRange.StartingWith(Contacts), ReplyJson.Default.NumberRow, cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>
    /// Whether a text to the number must still say who writes and how to end texts: until one that said so may have
    /// reached it. A repeated attempt of the notice that says so says it again.
    /// </summary>
    public async Task<bool> IsNewAsync(
        string districtId, string addressHash, string noticeId, Instant now, CancellationToken cancellationToken)
    {
        var row = await FindAsync(districtId, addressHash, cancellationToken);
        if (row is null || row.NoticeId == noticeId || now - row.At < AtOnce)
        {
            return true;
        }

        var notice = await ledger.FindAsync(districtId, row.StudentId, row.ReminderId, row.NoticeId, cancellationToken);
        return notice is not { Channel: Channel.Sms } || notice.Attempt < row.Attempt || !NoticeStates.MayReachRecipient(notice.State);
    }

    /// <summary>Before an attempt that says it.</summary>
    public async Task IntroducingAsync(NoticeRow notice, string addressHash, Instant now, CancellationToken cancellationToken)
    {
        var row = await FindAsync(notice.DistrictId, addressHash, cancellationToken);
        if (row is not null && row.NoticeId != notice.NoticeId && now - row.At < AtOnce)
        {
            return;
        }

        await table.UpsertAsync(
            new IntroductionRow
            {
                PartitionKey = addressHash,
                RowKey = IntroductionKey(notice.DistrictId),
                StudentId = notice.StudentId,
                ReminderId = notice.ReminderId,
                NoticeId = notice.NoticeId,
                Attempt = notice.Attempt + 1,
                At = now,
            },
            ReplyJson.Default.IntroductionRow,
            cancellationToken);
    }

    private Task<IntroductionRow?> FindAsync(string districtId, string addressHash, CancellationToken cancellationToken) =>
        table.GetAsync(addressHash, IntroductionKey(districtId), ReplyJson.Default.IntroductionRow, cancellationToken);

    private static string IntroductionKey(string districtId) => "introduction|" + StoreKey.Of(districtId);
}
