using Notifier.Application.PlanDates;
using Notifier.Application.Storage;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>
/// The names of a district's students by last name, so that a summary is compared with its own words' bearers alone, however many
/// students there are. Rows are only added: whether a student still is called so is looked up when it matters.
/// </summary>
public sealed class StudentNames(IEntityTables tables, StudentFiles students)
{
    private readonly IEntityTable table = tables.Open("ConcernedStudents");

    /// <summary>Stands for the names under which a student is found; changes when they do.</summary>
    public static string MarkOf(Student student) =>
        StableId.Of([.. FullNames.Of(student).SelectMany(name => new[] { name.First, name.Last })])[..8];

    /// <summary>Has the student found by every name of the student's. Doing it again adds nothing.</summary>
    public async Task PutAsync(string districtId, Student student, CancellationToken cancellationToken)
    {
        foreach (var (first, last) in FullNames.Of(student))
        {
            var hash = HashOf(first);
            await table.UpsertAsync(
                new StudentNameRow
                {
                    PartitionKey = PartitionOf(districtId, last),
                    RowKey = StoreKey.Of(hash, student.StudentId),
                    StudentId = student.StudentId,
                    First = hash,
                },
                ScheduleChangeJson.Default.StudentNameRow, cancellationToken);
        }
    }

    /// <summary>Every full name of a student on record in a summary, each once a language.</summary>
    public async Task<IReadOnlyList<ScheduleChangeProblem>> ProblemsAsync(
        ScheduleChange change, DistrictFile district, CancellationToken cancellationToken)
    {
        var districtId = district.District.DistrictId;
        var found = await Task.WhenAll(SummaryCheck.FullNamesIn(change, district.Schools)
            .GroupBy(one => one.Name.Last, StringComparer.Ordinal)
            .Select(ofLast => WithLastAsync(districtId, ofLast.Key, [.. ofLast], cancellationToken)));
        return [.. found.SelectMany(one => one).OrderBy(one => one.Language, StringComparer.Ordinal).ThenBy(one => one.Name.From)
            .DistinctBy(one => (one.Language, one.Name.From, one.Name.To)).Select(one => SummaryCheck.IsStudent(one.Language, one.Written))];
    }

    private async Task<IReadOnlyList<(string Language, FullName Name, string Written)>> WithLastAsync(
        string districtId, string last, IReadOnlyList<(string Language, FullName Name, string Written)> written, CancellationToken cancellationToken)
    {
        var found = new List<(string Language, FullName Name, string Written)>();
        var open = written.ToLookup(one => HashOf(one.Name.First));
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync(
            PartitionOf(districtId, last), RowRange.All, ScheduleChangeJson.Default.StudentNameRow, cancellationToken))
        {
            if (open.Contains(row.First) && !known.Contains(row.First)
                && await students.GetAsync(districtId, row.StudentId, cancellationToken) is { IsGone: false } file
                && FullNames.Of(file.Student).Any(name => name.Last == last && HashOf(name.First) == row.First))
            {
                known.Add(row.First);
                found.AddRange(open[row.First]);
            }
        }

        return found;
    }

    private static string HashOf(string word) => StableId.Of("name", word)[..16];

    private static string PartitionOf(string districtId, string last) => StoreKey.Of(districtId, "name", HashOf(last));
}
