namespace Notifier.Law;

/// <summary>
/// A clock that starts from a date districts forget to record: once another date shows that it must have started, its
/// absence is a problem to mend and not a silence.
/// </summary>
/// <param name="Date">The date the clock starts from.</param>
/// <param name="Once">With this date on record and the other one not, the obligation is owed but cannot be counted.</param>
public sealed record NeededDate(PlanDateKind Date, PlanDateKind Once);
