using System.Globalization;
using Notifier.Application.Storage;

namespace Notifier.Application.PlanDates;

/// <summary>A piece of a district's file. Pieces are written first and count once the head names their import.</summary>
internal sealed record DistrictBody : Entity
{
    public required string Body { get; init; }

    public static string KeyOf(int import, int piece) =>
        string.Create(CultureInfo.InvariantCulture, $"{import:D9}|{piece:D6}");

    public static RowRange RowsOf(int import) => new(KeyOf(import, 0), KeyOf(import + 1, 0));
}
