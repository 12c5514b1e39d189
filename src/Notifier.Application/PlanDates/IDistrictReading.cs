using Notifier.Law;

namespace Notifier.Application.PlanDates;

/// <summary>
/// A district's records, read and checked, ready to be imported. Memory does not grow with the number of students.
/// </summary>
public interface IDistrictReading
{
    /// <summary>Null: a problem of severity <see cref="ProblemSeverity.Fatal"/> says why nothing can be imported.</summary>
    DistrictFile? District { get; }

    /// <summary>Rows of calendar, schools or staff were rejected: what is stored of that file is kept.</summary>
    RejectedFiles Gaps { get; }

    /// <summary>What any student's file may lack: rows were rejected of which nobody can tell whose they were.</summary>
    MissingRows Unread { get; }

    /// <summary>
    /// With <see cref="MissingRows.Dates"/> in <see cref="Unread"/>: of which kinds those plan dates are, so that one of
    /// another kind is not taken for them; null: of some the kind cannot be read either.
    /// </summary>
    IReadOnlySet<PlanDateKind>? UnreadDateKinds => null;

    /// <summary>
    /// Plans that have rows in <c>plan-dates.csv</c> and none in <c>plans.csv</c>; the first thousand. One that is stored
    /// was not ended by the district: <c>plans.csv</c> lacks it.
    /// </summary>
    IReadOnlySet<string> PlansWithDatesAlone { get; }

    /// <summary>Rows that were left out and whose student is not known, by file; rows about the district itself too.</summary>
    IReadOnlyList<DistrictGap> LeftOut { get; }

    /// <summary>How many rows were read and rejected, by file name.</summary>
    IReadOnlyList<FileCount> Counts { get; }

    /// <summary>Whether <c>plans.csv</c> names a plan, rejected or not, under whichever student.</summary>
    bool NamesPlan(string planId);

    /// <summary>
    /// Every student of the folder, rejected ones included, in ordinal order of <see cref="Storage.StoreKey"/> of
    /// their ids. May be read several times.
    /// </summary>
    IAsyncEnumerable<ReadStudent> StudentsAsync(CancellationToken cancellationToken);
}
