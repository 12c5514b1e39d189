namespace Notifier.Reminders;

/// <summary>Something wrong in a district's own ladder.</summary>
/// <param name="Path">Where, from the ladder down: <c>[2].family[0]</c>; empty for the ladder itself.</param>
/// <param name="Message">What is wrong and how to mend it, for the person who wrote the file.</param>
public sealed record LadderProblem(string Path, string Message);
