using System.Globalization;
using NodaTime;
using Notifier.Application.Storage;

namespace Notifier.Application.Problems;

/// <summary>What needs a person, per district: opened once, listed until it is solved.</summary>
public sealed class VisibleProblems(IEntityTables tables)
{
    private readonly IEntityTable table = tables.Open("Problems");

    /// <summary>The id and keys of a problem about these things; the rest is for the caller to fill in.</summary>
    public static string IdOf(ProblemKind kind, params ReadOnlySpan<string> about) =>
        StableId.Of([kind.ToString(), .. about]);

    /// <returns>False when it is open already; it is left as it is.</returns>
    public Task<bool> OpenAsync(Problem problem, Instant at, CancellationToken cancellationToken) =>
        table.InsertAsync(problem.ToRow(at), ProblemJson.Default.ProblemRow, cancellationToken);

    /// <summary>Moves a problem out of the list of open ones.</summary>
    /// <returns>False when it is not open.</returns>
    public async Task<bool> CloseAsync(
        string districtId, string studentId, string problemId, Instant at, CancellationToken cancellationToken)
    {
        var open = await FindOpenAsync(districtId, studentId, problemId, cancellationToken);
        if (open is null)
        {
            return false;
        }

        var day = at.ToString("uuuu-MM-dd'T'HH.mm.ss", CultureInfo.InvariantCulture);
        var closed = open with { RowKey = $"closed|{day}|{problemId}", ClosedAt = at };
        return await table.TransactAsync(
            [
                TableChange.Delete(open.PartitionKey, open.RowKey, open.ETag),
                TableChange.Upsert(closed, ProblemJson.Default.ProblemRow),
            ],
            cancellationToken) is null;
    }

    public Task<ProblemRow?> FindOpenAsync(
        string districtId, string studentId, string problemId, CancellationToken cancellationToken) =>
        table.GetAsync(
            StoreKey.Of(districtId), Problem.OpenKey(studentId, problemId), ProblemJson.Default.ProblemRow,
            cancellationToken);

    /// <summary>The open problems of one student; of the district itself when the student is empty.</summary>
    public IAsyncEnumerable<ProblemRow> ListOpenAsync(
        string districtId, string studentId, CancellationToken cancellationToken) =>
        table.QueryAsync(
            StoreKey.Of(districtId), RowRange.StartingWith(Problem.OpenKey(studentId, "")), ProblemJson.Default.ProblemRow,
            cancellationToken);

    /// <summary>All open problems of a district, in order of student.</summary>
    public IAsyncEnumerable<ProblemRow> ListOpenAsync(string districtId, CancellationToken cancellationToken) =>
        table.QueryAsync(
            StoreKey.Of(districtId), RowRange.StartingWith("open|"), ProblemJson.Default.ProblemRow,
            cancellationToken);
}
