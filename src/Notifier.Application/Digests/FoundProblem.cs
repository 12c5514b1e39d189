using Notifier.Application.Problems;
using Notifier.PlanDates;

namespace Notifier.Application.Digests;

/// <summary>An open problem with what is on file about it.</summary>
/// <param name="Row">As it stands open.</param>
/// <param name="Student">Null: it is about no student, or one not on file any more.</param>
/// <param name="Plan">Null: it is about no plan.</param>
public sealed record FoundProblem(ProblemRow Row, Student? Student, Plan? Plan);
