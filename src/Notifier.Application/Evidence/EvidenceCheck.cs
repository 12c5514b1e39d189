namespace Notifier.Application.Evidence;

/// <summary>Whether a student's evidence is whole.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Problem">Null when it is whole; otherwise the first entry that does not fit and what is wrong with it.</param>
public sealed record EvidenceCheck(int Entries, string? Problem)
{
    public bool IsWhole => Problem is null;
}
