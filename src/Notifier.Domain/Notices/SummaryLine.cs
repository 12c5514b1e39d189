using Notifier.DueDates.Rates;

namespace Notifier.Notices;

/// <summary>One late duty in a summary: by its plan, and by the child's name only to whoever answers for the child.</summary>
/// <param name="Cycle">Late.</param>
/// <param name="CaseManager">Whose plan it is; empty: the reader's own.</param>
public sealed record SummaryLine(DutyCycle Cycle, string CaseManager);
