using System.Globalization;

namespace Notifier.Application.PlanDates.Importing;

/// <summary>
/// Finds the children of a district that is new to the store under another district's id: a mistyped <c>districtId</c>
/// would tell every family twice.
/// </summary>
internal sealed class TwinDistrict(DistrictFiles districts, StudentFiles students)
{
    private const int Asked = 40;
    private const int MostAlikePercent = 25;

    /// <returns>A suspicion for every district that has many of the same children; none for a district that is stored.</returns>
    public async Task<IReadOnlyList<ImportSuspicion>> FindAsync(IDistrictReading reading, CancellationToken cancellationToken)
    {
        var found = new List<ImportSuspicion>();
        var own = reading.District!.District.DistrictId;
        await foreach (var other in districts.AllIdsAsync(cancellationToken))
        {
            if (other != own && await AlikeAsync(reading, other, cancellationToken) is { Alike: > 0 } seen && seen.Alike * 100 >= seen.Of * MostAlikePercent)
            {
                found.Add(new ImportSuspicion(
                    string.Create(CultureInfo.InvariantCulture, $"district '{own}' is new, but {seen.Alike} of {seen.Of} children looked at are those of district '{other}'"),
                    "Is districtId in district.json right? Families would be told twice", []));
            }
        }

        return found;
    }

    private async Task<(int Alike, int Of)> AlikeAsync(IDistrictReading reading, string other, CancellationToken cancellationToken)
    {
        var (alike, of) = (0, 0);
        await foreach (var read in reading.StudentsAsync(cancellationToken))
        {
            if (read.File is not { Student: var student })
            {
                continue;
            }

            var stored = await students.GetAsync(other, read.StudentId, cancellationToken);
            alike += stored?.Student.BirthDate == student.BirthDate && stored.Student.LastName == student.LastName ? 1 : 0;
            if (++of == Asked)
            {
                break;
            }
        }

        return (alike, of);
    }
}
