using System.Globalization;
using NodaTime;
using Notifier.Application.Problems;
using Notifier.Application.Storage;

namespace Notifier.Application.PlanDates.Importing;

/// <summary>
/// Keeps what an import left out of a district's own files, or of nobody knows whom, as visible problems of the
/// district: opened by the import that left it out, closed by the one that did not.
/// </summary>
internal sealed class OpenDistrictGaps(IEntityTables tables)
{
    private readonly VisibleProblems problems = new(tables);

    public async Task SettleAsync(
        string districtId, IReadOnlyList<DistrictGap> gaps, Instant at, CancellationToken cancellationToken)
    {
        var open = gaps.GroupBy(gap => gap.File, StringComparer.Ordinal).Select(file => ToProblem(districtId, [.. file])).ToList();
        await foreach (var row in problems.ListOpenAsync(districtId, "", cancellationToken))
        {
            if (row.Kind == ProblemKind.RowsLeftOut && !open.Exists(one => one.ProblemId == row.ProblemId))
            {
                await problems.CloseAsync(districtId, "", row.ProblemId, at, cancellationToken);
            }
        }

        foreach (var problem in open)
        {
            await problems.OpenAsync(problem, at, cancellationToken);
        }
    }

    // The words are part of the id: what changed is another problem, and no old words stay.
    private static Problem ToProblem(string districtId, IReadOnlyList<DistrictGap> gaps)
    {
        var rows = gaps.Sum(gap => gap.Rows);
        var what = string.Create(
            CultureInfo.InvariantCulture,
            $"{rows} {(rows == 1 ? "row" : "rows")} of {gaps[0].File} {(rows == 1 ? "was" : "were")} left out of the last import, the first for this: {gaps[0].First}");
        return new Problem
        {
            ProblemId = VisibleProblems.IdOf(ProblemKind.RowsLeftOut, districtId, what),
            DistrictId = districtId,
            Kind = ProblemKind.RowsLeftOut,
            What = what,
            Remedy = "Mend the rows, which stand in the rejects file beside the import's report, and import again.",
        };
    }
}
