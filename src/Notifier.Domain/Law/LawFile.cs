namespace Notifier.Law;

/// <summary>One file of law: the federal rules, or what one state changes and adds.</summary>
public sealed record LawFile
{
    /// <summary>Two letters; <c>US</c> for the federal file.</summary>
    public required string State { get; init; }

    public required string Name { get; init; }

    /// <summary>By obligation id, newest version first.</summary>
    public required IReadOnlyDictionary<ObligationId, IReadOnlyList<ObligationVersion>> Obligations { get; init; }

    /// <summary>Newest first; empty: the federal order.</summary>
    public IReadOnlyList<ReevaluationClock> ReevaluationClocks { get; init; } = [];

    /// <summary>Newest first; empty: the federal age.</summary>
    public IReadOnlyList<TransitionAge> TransitionAges { get; init; } = [];

    /// <summary>Newest first; empty: the federal default.</summary>
    public IReadOnlyList<MajorityAge> MajorityAges { get; init; } = [];

    /// <summary>What the state's law also says and this file does not count, in words for the coverage page.</summary>
    public IReadOnlyList<string> NotModelled { get; init; } = [];
}
