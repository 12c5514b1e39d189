using System.Runtime.CompilerServices;
using System.Text.Json;
using Notifier.Application.Json;
using Notifier.Application.Storage;

namespace Notifier.Application.PlanDates;

/// <summary>The students' files in the store: one partition and one row per student.</summary>
public sealed class StudentFiles(IEntityTables tables)
{
    /// <summary>The most characters of JSON that one student's file may take.</summary>
    internal const int LargestFile = StudentRow.Pieces * TextPieces.Longest;

    private static readonly PlanDatesJson Json = StoredJson.Compact;

    private readonly IEntityTable table = tables.Open("Students");

    /// <returns>The file, or null when the district has no such student (any more).</returns>
    public async Task<StudentFile?> GetAsync(string districtId, string studentId, CancellationToken cancellationToken)
    {
        var row = await table.GetAsync(
            StudentHeader.PartitionOf(districtId, studentId), StudentRow.Key, Json.StudentRow, cancellationToken);
        return row is null or { Gone: true } ? null : ToFile(districtId, row);
    }

    /// <summary>The ids of all students of a district, streamed, in the store's own order.</summary>
    public async IAsyncEnumerable<string> StudentIdsAsync(
        string districtId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var header in HeadersAsync(districtId, cancellationToken))
        {
            if (!header.Gone)
            {
                yield return header.StudentId;
            }
        }
    }

    /// <summary>The ids of all students that ever were on file, those who have left included: their evidence stays.</summary>
    public async IAsyncEnumerable<string> EverKnownIdsAsync(
        string districtId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var header in HeadersAsync(districtId, cancellationToken))
        {
            yield return header.StudentId;
        }
    }

    /// <summary>The files of all students of a district, streamed, in the order of <see cref="StudentIdsAsync"/>.</summary>
    public async IAsyncEnumerable<StudentFile> AllAsync(
        string districtId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in RowsAsync(districtId, cancellationToken))
        {
            if (!row.Gone)
            {
                yield return ToFile(districtId, row);
            }
        }
    }

    /// <summary>As <see cref="AllAsync"/>, behind a student, who need not be there any more; empty: from the first.</summary>
    public async IAsyncEnumerable<StudentFile> AfterAsync(
        string districtId, string studentId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, end) = StoreKey.Under(districtId);
        var from = studentId.Length == 0 ? first : StudentHeader.PartitionOf(districtId, studentId);
        await foreach (var row in table.QueryPartitionsAsync(from, end, Json.StudentRow, cancellationToken))
        {
            if (!row.Gone && row.StudentId != studentId)
            {
                yield return ToFile(districtId, row);
            }
        }
    }

    internal static StudentFile ToFile(string districtId, StudentRow row) =>
        StoredValue.Read(row.Body(), Json.StoredStudent)!.ToFile(districtId, row.Version);

    internal static string Content(StudentFile file) => JsonSerializer.Serialize(StoredStudent.Of(file), Json.StoredStudent);

    internal IAsyncEnumerable<StudentHeader> HeadersAsync(string districtId, CancellationToken cancellationToken)
    {
        var (from, to) = StoreKey.Under(districtId);
        return table.QueryPartitionsAsync(from, to, Json.StudentHeader, cancellationToken);
    }

    internal IAsyncEnumerable<StudentRow> RowsAsync(string districtId, CancellationToken cancellationToken)
    {
        var (from, to) = StoreKey.Under(districtId);
        return table.QueryPartitionsAsync(from, to, Json.StudentRow, cancellationToken);
    }

    /// <param name="row">The row to write.</param>
    /// <param name="ifETag">The version it replaces; null: there must be no row yet.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when somebody else wrote it since it was read.</returns>
    internal Task<bool> WriteAsync(StudentRow row, string? ifETag, CancellationToken cancellationToken) =>
        ifETag is null
            ? table.InsertAsync(row, Json.StudentRow, cancellationToken)
            : table.ReplaceAsync(row with { ETag = ifETag }, Json.StudentRow, cancellationToken);
}
