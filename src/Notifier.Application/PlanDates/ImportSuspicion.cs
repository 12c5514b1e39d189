namespace Notifier.Application.PlanDates;

/// <summary>Why an import looks like a mistake.</summary>
/// <param name="What">What looks wrong, with the numbers.</param>
/// <param name="Check">What to look at before confirming.</param>
/// <param name="Examples">Some of the rows: ids and dates, no names.</param>
public sealed record ImportSuspicion(string What, string Check, IReadOnlyList<string> Examples);
