namespace Notifier.Application.PlanDates;

/// <summary>Rows of a file that were left out and that nobody can lay before a student's case manager.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Rows">How many.</param>
/// <param name="First">What is wrong with the first, and how to mend it.</param>
public sealed record DistrictGap(string File, int Rows, string First);
