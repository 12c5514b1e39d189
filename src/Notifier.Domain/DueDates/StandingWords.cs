using Notifier.DueDates.Explaining;

namespace Notifier.DueDates;

/// <summary>The last sentences of an explanation: where the due date lies and where it stands.</summary>
internal static class StandingWords
{
    public static IEnumerable<string> Of(DueDate dueDate)
    {
        if (dueDate.DueOn is { } due && dueDate.LastPracticalDay is { } practical && practical != due)
        {
            yield return $"{TraceText.Day(due)} is no school day; it stays the legal date, and {TraceText.Day(practical)} is the "
                + "last school day before it.";
        }

        if (dueDate.MetOn is { } met)
        {
            yield return $"It was met on {TraceText.Day(met)}{(dueDate.Status == DueStatus.MetLate ? ", after it was due" : "")}.";
        }
        else if (dueDate.Status == DueStatus.NotOwed)
        {
            yield return "It is no longer owed.";
        }
    }
}
