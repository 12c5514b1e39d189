using Notifier.Application.Storage;

namespace Notifier.Application.PlanDates;

/// <summary>A student's row without its content: what an import compares.</summary>
internal record StudentHeader : Entity
{
    public required string StudentId { get; init; }

    public required string SchoolId { get; init; }

    /// <summary>See <see cref="StudentFile.Version"/>.</summary>
    public required string Version { get; init; }

    /// <summary>The number of the import that wrote this row.</summary>
    public required int Import { get; init; }

    /// <summary>The student is no longer in the district's folder: kept for its number, read as absent.</summary>
    public required bool Gone { get; init; }

    public static string PartitionOf(string districtId, string studentId) => StoreKey.Of(districtId, studentId);
}
