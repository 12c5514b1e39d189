namespace Notifier.PlanDates.Contradictions;

/// <summary>Dates of a plan that cannot all be right.</summary>
/// <param name="Date">The date that is probably wrong.</param>
/// <param name="What">What is odd about it, naming the other date: a sentence without its full stop.</param>
/// <param name="Check">What to look up: a sentence without its full stop.</param>
public sealed record Contradiction(PlanDate Date, string What, string Check);
