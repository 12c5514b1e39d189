using Notifier.Application.Problems;

namespace Notifier.Application.DueDates;

/// <summary>A meeting that is not as the family was told.</summary>
/// <param name="Problem">For the case manager.</param>
/// <param name="IsAhead">The family may still come on the wrong day; afterwards nothing new is opened.</param>
public sealed record MovedMeeting(Problem Problem, bool IsAhead);
