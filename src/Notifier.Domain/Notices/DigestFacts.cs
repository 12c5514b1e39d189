using NodaTime;
using Notifier.DueDates;
using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>Everything a staff member's overview of one day may say.</summary>
public sealed record DigestFacts
{
    public required District District { get; init; }

    public required Recipient Recipient { get; init; }

    public required LocalDate Today { get; init; }

    /// <summary>Most overdue first.</summary>
    public required IReadOnlyList<DigestLine> Overdue { get; init; }

    /// <summary>Nearest first.</summary>
    public required IReadOnlyList<DigestLine> DueSoon { get; init; }

    public required IReadOnlyList<ProblemFacts> Problems { get; init; }
}

/// <summary>One due date in an overview.</summary>
/// <param name="DueDate">With a date.</param>
/// <param name="Student">Named by first name only.</param>
public sealed record DigestLine(DueDate DueDate, Student Student);
