using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.Storage;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>
/// Which students a case manager, or somebody above, has to hear of from which day on. A digest reads what has begun and
/// nothing else; what it says is computed from the students' files.
/// </summary>
public sealed class StaffDuties(IEntityTables tables)
{
    // Sorts before every date.
    private const string Problem = "0";

    private readonly IEntityTable table = tables.Open("StaffDuties");

    /// <summary>Notes places of a student; one that is there is written again.</summary>
    public async Task WriteAsync(
        string districtId, string studentId, IEnumerable<StaffDutyPlace> places, int revision, Instant now,
        CancellationToken cancellationToken)
    {
        foreach (var place in places)
        {
            await NoteManagerAsync(districtId, place.CaseManagerId, cancellationToken);
            await table.UpsertAsync(
                new StaffDutyRow
                {
                    PartitionKey = StoreKey.Of(districtId, place.CaseManagerId),
                    RowKey = KeyOf(place, studentId),
                    StudentId = studentId,
                    Audience = place.Audience,
                    From = place.From,
                    Revision = revision,
                    NotedAt = now,
                },
                DigestJson.Default.StaffDutyRow,
                cancellationToken);
        }
    }

    /// <summary>Removes a place, unless a newer refresh of the student wrote it.</summary>
    public async Task RemoveAsync(
        string districtId, string studentId, StaffDutyPlace place, int revision, CancellationToken cancellationToken)
    {
        var row = await table.GetAsync(
            StoreKey.Of(districtId, place.CaseManagerId), KeyOf(place, studentId), DigestJson.Default.StaffDutyRow, cancellationToken);
        if (row is not null && row.Revision <= revision)
        {
            await RemoveAsync(row, cancellationToken);
        }
    }

    /// <summary>Notes that a student has an open problem; doing it again changes nothing.</summary>
    public async Task NoteProblemAsync(
        string districtId, string ownerId, string studentId, Instant now, CancellationToken cancellationToken)
    {
        await NoteManagerAsync(districtId, ownerId, cancellationToken);
        // Written anew: whoever finds the problem closed at this moment removes only the row that was read.
        await table.UpsertAsync(
            new StaffDutyRow
            {
                PartitionKey = StoreKey.Of(districtId, ownerId),
                RowKey = $"{Problem}|{StoreKey.Of(studentId)}",
                StudentId = studentId,
                Audience = Audience.CaseManager,
                NotedAt = now,
            },
            DigestJson.Default.StaffDutyRow,
            cancellationToken);
    }

    /// <summary>What has begun by a day on one desk, problems first.</summary>
    public IAsyncEnumerable<StaffDutyRow> ListAsync(
        string districtId, string caseManagerId, LocalDate through, CancellationToken cancellationToken) =>
        table.QueryAsync(
            StoreKey.Of(districtId, caseManagerId), new RowRange(null, LocalDatePattern.Iso.Format(through.PlusDays(1))),
            DigestJson.Default.StaffDutyRow, cancellationToken);

    /// <summary>A row that leads to nothing any more, unless it was written again since.</summary>
    public Task RemoveAsync(StaffDutyRow row, CancellationToken cancellationToken) =>
        table.DeleteAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);

    /// <summary>Everybody of whom anything was ever noted.</summary>
    public async IAsyncEnumerable<string> CaseManagersAsync(
        string districtId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync(
            StoreKey.Of(districtId), RowRange.All, DigestJson.Default.CaseManagerRow, cancellationToken))
        {
            yield return row.StaffId;
        }
    }

    private Task<bool> NoteManagerAsync(string districtId, string staffId, CancellationToken cancellationToken) =>
        table.InsertAsync(
            new CaseManagerRow { PartitionKey = StoreKey.Of(districtId), RowKey = StoreKey.Of(staffId), StaffId = staffId },
            DigestJson.Default.CaseManagerRow,
            cancellationToken);

    private static string KeyOf(StaffDutyPlace place, string studentId) =>
        $"{LocalDatePattern.Iso.Format(place.From)}|{place.Audience}|{StoreKey.Of(studentId)}";
}
