namespace Notifier.Law.Counts;

/// <summary>The earliest of several clocks, over those whose start is on record.</summary>
public sealed record EarlierOf(IReadOnlyList<Count> Options) : Count;

/// <summary>The latest of several clocks, over those whose start is on record.</summary>
public sealed record LaterOf(IReadOnlyList<Count> Options) : Count;

/// <summary>A count that never ends after another, when that one can be counted.</summary>
public sealed record NotAfter(Count Counted, Count Limit) : Count;

/// <summary>A count whose clock is said to start on another date than the one it is counted from.</summary>
public sealed record ClockFrom(Count Started, Count Counted) : Count;

/// <summary>The first case whose conditions all hold; else the last count, or no date at all.</summary>
public sealed record Branch(IReadOnlyList<BranchCase> Cases, Count? Otherwise) : Count;

/// <summary>One case of a <see cref="Branch"/>.</summary>
/// <param name="When">All must hold; a condition on a date that is not on record does not.</param>
/// <param name="Then">What counts then.</param>
public sealed record BranchCase(IReadOnlyList<Condition> When, Count Then);

/// <summary>A duty whose date no number gives; the rule of that name computes it.</summary>
public sealed record ComputedDuty(string Name) : Count;
