namespace Notifier.PlanDates.Contradictions;

/// <summary>Plan dates without which a duty of a plan has no due date.</summary>
/// <param name="What">Which are missing, and which duty waits for them: a sentence without its full stop.</param>
/// <param name="Remedy">What to add: a sentence without its full stop.</param>
public sealed record MissingDate(string What, string Remedy);
