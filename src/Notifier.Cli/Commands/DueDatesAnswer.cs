using Notifier.Application.PlanDates;
using Notifier.DueDates;
using Notifier.PlanDates;

namespace Notifier.Cli.Commands;

/// <summary>The due dates that were asked for, in the order of the contract, and how far they can be trusted.</summary>
public sealed record DueDatesAnswer
{
    /// <summary>The rows on which due dates rest; a contact's, for one, are not among them.</summary>
    public const MissingRows RestsOn = MissingRows.Students | MissingRows.Plans | MissingRows.Dates;

    public required ReadFolder Folder { get; init; }

    public required IReadOnlyList<PlanRecord> Plans { get; init; }

    public required IReadOnlyList<ExplainedDueDate> DueDates { get; init; }

    /// <summary>Rows of these students were left out, so a due date of theirs may be missing or rest on an older date.</summary>
    public required IReadOnlyList<string> StudentsWithGaps { get; init; }
}
