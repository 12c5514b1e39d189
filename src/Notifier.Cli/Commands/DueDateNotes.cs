using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;

namespace Notifier.Cli.Commands;

/// <summary>What a reader of due dates must know beside them: on standard error, and in the exit code.</summary>
public static class DueDateNotes
{
    private const int MostNames = 12;

    /// <returns>The exit code.</returns>
    public static int Write(Screen screen, DueDatesAnswer answer)
    {
        LawNotice.Write(screen, answer.Folder.District);
        foreach (var due in answer.DueDates.Select(explained => explained.DueDate).Where(due => due.DueOn is null))
        {
            screen.Error.WriteLine($"notifier: no date can be given for '{due.Obligation}' of plan {due.PlanId}: {due.Problem}");
        }

        string[] gaps = [.. Gaps(answer)];
        foreach (var gap in gaps)
        {
            screen.Error.WriteLine($"notifier: {gap}");
        }

        if (gaps.Length > 0)
        {
            screen.Error.WriteLine("notifier: 'notifier check' names every row that was left out, and how to mend it.");
        }

        return gaps.Length > 0 ? ExitCode.BadInput : ExitCode.Done;
    }

    private static IEnumerable<string> Gaps(DueDatesAnswer answer)
    {
        if (answer.Folder.Gaps is { Calendar: true } or { Schools: true })
        {
            yield return "rows of calendar.csv or schools.csv were left out: counts of school days may be off.";
        }

        if ((answer.Folder.Unread & DueDatesAnswer.RestsOn) != 0)
        {
            yield return "rows were left out of which nobody can tell whose they are: they may be about any student.";
        }

        if (answer.StudentsWithGaps.Count > 0)
        {
            var names = string.Join(", ", answer.StudentsWithGaps.Take(MostNames));
            var more = answer.StudentsWithGaps.Count > MostNames ? $" and {answer.StudentsWithGaps.Count - MostNames} more" : "";
            yield return $"rows of these students were left out, so a due date of theirs may be missing or wrong: {names}{more}.";
        }
    }
}
