using System.Globalization;
using NodaTime;
using Notifier.Application.ScheduleChanges;
using Notifier.Notices;
using Notifier.PlanDates;
using Spectre.Console;

namespace Notifier.Cli.Output;

/// <summary>Who would be told of a schedule change, when and in which words, for the person who wrote the change.</summary>
public static class PreviewText
{
    // More than a person reads one by one: then who and when as a table, and the words of one of each kind.
    private const int MostInFull = 12;

    /// <param name="console">To write on.</param>
    /// <param name="notices">In any order.</param>
    /// <param name="isWithdrawn">The change takes back what was announced.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<PreviewedNotice> notices, bool isWithdrawn)
    {
        var told = notices.Where(one => one.Content is not null)
            .OrderBy(one => one.At!.Value.ToInstant())
            .ThenBy(one => one.Student.Student.StudentId, StringComparer.Ordinal)
            .ThenBy(one => one.Recipient!.RecipientId, StringComparer.Ordinal)
            .ToList();
        if (told.Count > MostInFull)
        {
            WriteTable(console, told);
        }

        var inFull = told.Count > MostInFull ? told.DistinctBy(one => (one.Recipient!.Channel, one.Content!.Language)) : told;
        foreach (var one in inFull)
        {
            WriteWords(console, one, told.Count > MostInFull ? told.Count(other => IsLike(other, one)) - 1 : 0);
        }

        var unreached = notices.Where(one => one.Content is null).ToList();
        foreach (var one in unreached)
        {
            console.Write(new Text($"Not told: student {one.Student.Student.StudentId}. {one.Problem}\n\n", Colors.Heading));
        }

        console.WriteLine(InShort(told, unreached.Count, isWithdrawn));
    }

    private static void WriteTable(IAnsiConsole console, List<PreviewedNotice> told)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(new TableColumn("When, by their clock").NoWrap(), new("How"), new("Whom"), new("Student"), new("Language"));
        foreach (var one in told)
        {
            table.AddRow(
                new Text(When(one.At!.Value)), new Text(How(one.Recipient!)), new Text(Whom(one.Recipient!)),
                new Text(one.Student.Student.StudentId), new Text(one.Content!.Language));
        }

        console.Write(table);
    }

    private static void WriteWords(IAnsiConsole console, PreviewedNotice notice, int others)
    {
        var (recipient, content) = (notice.Recipient!, notice.Content!);
        var subject = content.Subject.Length > 0 ? $"Subject: {content.Subject}\n\n" : "";
        console.Write(new Text(
            $"{When(notice.At!.Value)}, {How(recipient)} to {Whom(recipient)} about student {notice.Student.Student.StudentId}:\n", Colors.Heading));
        console.Write(new Text($"{subject}{content.Text.TrimEnd()}\n\n"));
        if (others > 0)
        {
            console.Write(new Text(
                $"{Written.Count(others, "other")} in this language: the same about their own child. --format json has every word.\n\n", Colors.Quiet));
        }
    }

    private static string InShort(List<PreviewedNotice> told, int unreached, bool isWithdrawn)
    {
        if (told.Count == 0 && unreached == 0)
        {
            return isWithdrawn
                ? "Nobody would be told, because nobody has heard of it: there is nothing to put right. Announce it all the same, and what "
                + "waits for its evening is not sent."
                : "Nobody would be told: no student whom it names has a plan with the accommodation scheduleChangeNotice, or every "
                + "family has heard it already. With \"everyone\": true the families of the others are told, too.";
        }

        var texts = told.Count(one => one.Recipient!.Channel == Channel.Sms);
        var students = told.Select(one => one.Student.Student.StudentId).Distinct().Count();
        var cannot = unreached == 0 ? "" : $" {Written.Count(unreached, "cannot be told: see above", "cannot be told: see above")}.";
        return $"{Written.Count(told.Count, "notice")} ({Written.Count(texts, "text")}, {Written.Count(told.Count - texts, "email")}) about "
            + $"{Written.Count(students, "student")}; nothing was sent.{cannot}";
    }

    private static bool IsLike(PreviewedNotice one, PreviewedNotice other) =>
        one.Recipient!.Channel == other.Recipient!.Channel && one.Content!.Language == other.Content!.Language;

    private static string When(ZonedDateTime at) =>
        $"{at.ToString("ddd uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)} ({at.Zone.Id})";

    private static string How(Recipient recipient) => recipient.Channel == Channel.Sms ? "text" : "email";

    private static string Whom(Recipient recipient) => $"{recipient.Name} ({recipient.RecipientId})";
}
