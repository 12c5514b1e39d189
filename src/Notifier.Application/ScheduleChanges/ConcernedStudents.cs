using System.Globalization;
using System.Runtime.CompilerServices;
using Notifier.Application.PlanDates;
using Notifier.Application.Storage;
using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>
/// The students of a district by school and grade, those with the accommodation apart: a change reads those it concerns,
/// never all. Whether it still concerns a student is looked up again when the notice is sent.
/// </summary>
public sealed class ConcernedStudents(IEntityTables tables, StudentFiles students, StudentNames names)
{
    /// <summary>Every student is in exactly one.</summary>
    public const int Shards = 16;

    private const string Promised = "promised";
    private const string Others = "others";

    private readonly IEntityTable table = tables.Open("ConcernedStudents");

    /// <summary>Puts a student where the file has the student now.</summary>
    /// <returns>Whether the student's place changed, and whether it is among those with the accommodation.</returns>
    public async Task<(bool Moved, bool IsPromised)> PlaceAsync(
        string districtId, string studentId, StudentFile? file, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(districtId, StableId.Shard(studentId, Shards));
        var key = "student|" + StoreKey.Of(studentId);
        var moved = false;
        while (true)
        {
            var stands = await table.GetAsync(partition, key, ScheduleChangeJson.Default.ConcernedStudentRow, cancellationToken);
            var place = PlaceOf(file);
            if (stands?.Place == place && (place is null || stands!.Names == StudentNames.MarkOf(file!.Student)))
            {
                return (moved, place?.StartsWith(Promised, StringComparison.Ordinal) ?? false);
            }

            // The file again, after the row: whoever writes the row last has read a file at least as new.
            file = await students.GetAsync(districtId, studentId, cancellationToken);
            place = PlaceOf(file);
            moved = stands?.Place != place;
            var isKnown = place is null || stands?.Names == StudentNames.MarkOf(file!.Student);
            if (!isKnown)
            {
                // Before the row that says so.
                await names.PutAsync(districtId, file!.Student, cancellationToken);
            }

            if ((!moved && isKnown) || await table.TransactAsync(Moves(partition, key, stands, place, studentId, file), cancellationToken) is null)
            {
                return (moved, place?.StartsWith(Promised, StringComparison.Ordinal) ?? false);
            }
        }
    }

    /// <summary>The students a change may concern, in no particular order, each at least once.</summary>
    /// <param name="change">Whom it names.</param>
    /// <param name="only">The shard; null: all of them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<string> OfAsync(
        ScheduleChange change, int? only, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var id in change.StudentIds.Where(id => only is null || StableId.Shard(id, Shards) == only))
        {
            yield return id;
        }

        if (change.NamesOnlyStudents)
        {
            yield break;
        }

        IEnumerable<string> lists = change.Everyone ? [Promised, Others] : [Promised];
        var ranges = lists
            .SelectMany(list => change.SchoolIds.Count == 0
                ? [$"{list}|"]
                : change.SchoolIds.Select(school => $"{list}|{StoreKey.Of(school)}|"))
            .ToList();
        for (var shard = only ?? 0; shard < Shards && (only is null || shard == only); shard++)
        {
            foreach (var range in ranges)
            {
                await foreach (var row in table.QueryAsync(
                    PartitionOf(change.DistrictId, shard), RowRange.StartingWith(range),
                    ScheduleChangeJson.Default.ConcernedStudentRow, cancellationToken))
                {
                    if (change.IsForGrade(row.Grade))
                    {
                        yield return row.StudentId;
                    }
                }
            }
        }
    }

    private static List<TableChange> Moves(
        string partition, string key, ConcernedStudentRow? stands, string? place, string studentId, StudentFile? file)
    {
        var changes = new List<TableChange>();
        if (stands is not null && stands.Place != place)
        {
            changes.Add(TableChange.Delete(partition, stands.Place, null));
        }

        if (place is null)
        {
            changes.Add(TableChange.Delete(partition, key, stands!.ETag));
            return changes;
        }

        var row = new ConcernedStudentRow
        {
            PartitionKey = partition,
            RowKey = key,
            StudentId = studentId,
            Grade = file!.Student.Grade,
            Place = place,
            Names = StudentNames.MarkOf(file.Student),
            ETag = stands?.ETag ?? "",
        };
        changes.Add(stands is null
            ? TableChange.Insert(row, ScheduleChangeJson.Default.ConcernedStudentRow)
            : TableChange.Replace(row, ScheduleChangeJson.Default.ConcernedStudentRow));
        changes.Add(TableChange.Upsert(row with { RowKey = place, ETag = "" }, ScheduleChangeJson.Default.ConcernedStudentRow));
        return changes;
    }

    private static string? PlaceOf(StudentFile? file) => file is null or { IsGone: true }
        ? null
        : StoreKey.Of(
            file.Accommodations.Any(one => one.Kind == ScheduleChange.Accommodation) ? Promised : Others,
            file.Student.SchoolId, file.Student.Grade, file.Student.StudentId);

    private static string PartitionOf(string districtId, int shard) =>
        StoreKey.Of(districtId, shard.ToString("D2", CultureInfo.InvariantCulture));
}
