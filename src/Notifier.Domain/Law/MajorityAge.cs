namespace Notifier.Law;

/// <summary>The age at which rights transfer to the student.</summary>
public sealed record MajorityAge : LawVersion
{
    public required int Years { get; init; }
}
