using Notifier.Application.Storage;

namespace Notifier.Application.PlanDates;

/// <summary>Which version of a district's file counts, and how far its imports have come.</summary>
internal sealed record DistrictHead : Entity
{
    /// <summary>All heads stand in one partition, so that all districts are one query.</summary>
    public const string Partition = "districts";

    public required string DistrictId { get; init; }

    /// <summary>See <see cref="DistrictFile.Version"/>; empty before the first import has got that far.</summary>
    public required string Version { get; init; }

    /// <summary>The import that wrote the file that counts: its rows bear this number.</summary>
    public required int BodyImport { get; init; }

    /// <summary>How many rows the file was cut into.</summary>
    public required int BodyRows { get; init; }

    /// <summary>The number of the latest import that began.</summary>
    public required int Import { get; init; }

    /// <summary>The first import whose changes may not all have been sent; 0: all were.</summary>
    public required int OpenSince { get; init; }

    /// <summary>Why every student of <see cref="RefreshSchools"/> is to be computed anew; empty: not to be.</summary>
    public string RefreshReason { get; init; } = "";

    /// <summary>Escaped school ids with <c>|</c> between them; empty: every school.</summary>
    public string RefreshSchools { get; init; } = "";
}
