using NodaTime;
using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>Everything a notice to staff about a visible problem may say.</summary>
public sealed record ProblemFacts
{
    public required District District { get; init; }

    public required Recipient Recipient { get; init; }

    /// <summary>Decides the wording: <see cref="Wordings.StaffContactRepair"/>, <see cref="Wordings.StaffUndeliverable"/> or <see cref="Wordings.StaffProblem"/>.</summary>
    public required string Wording { get; init; }

    /// <summary>What is wrong, in a full sentence.</summary>
    public required string What { get; init; }

    /// <summary>How to mend it, in a full sentence.</summary>
    public required string Remedy { get; init; }

    /// <summary>Null: the problem is not about one student.</summary>
    public Student? Student { get; init; }

    /// <summary>Null: the problem is not about one plan.</summary>
    public Plan? Plan { get; init; }

    /// <summary>Dates of the plan cannot all be right, so what is counted from them may be wrong.</summary>
    public bool IsContradiction { get; init; }

    public required LocalDate Today { get; init; }
}
