using System.Globalization;
using NodaTime;
using Notifier.Application.Delivery.Attempts;
using Notifier.Cli.Output;
using Notifier.Cli.Sample;
using Notifier.PlanDates;
using Spectre.Console;

namespace Notifier.Cli.Demo;

/// <summary>The school day that will not be as usual: what the office announced, and what families got the evening before.</summary>
public sealed class ChangeSummary(DemoChange change, IReadOnlyCollection<OutgoingMessage> messages)
{
    private readonly IReadOnlyList<OutgoingMessage> told =
        [.. messages.Where(message => message.Why.Contains(change.Announced.ChangeId, StringComparison.Ordinal))];

    public void Write(IAnsiConsole console)
    {
        console.Write(new Rule("Tomorrow will not be as usual") { Justification = Justify.Left });
        console.WriteLine(
            $"At {Clock(DemoChange.PostedAt)} the school office announced for {Written.Day(change.Announced.Date)}, all schools: "
            + $"\"{change.Announced.Summary["en"]}\"");
        console.WriteLine(told.Count == 0
            ? "No plan of this district promises its family tomorrow's schedule: nobody was told."
            : "Families whose plan promises them tomorrow's schedule heard of it the evening before, at six by their own clock: "
            + $"{Written.Count(told.Count(one => one.Channel == Channel.Sms), "text")} and "
            + $"{Written.Count(told.Count(one => one.Channel == Channel.Email), "email")}, "
            + $"from {Clock(told.Min(one => one.At.TimeOfDay))} to {Clock(told.Max(one => one.At.TimeOfDay))}.");
        console.WriteLine();
        foreach (var language in new[] { "en", "es" })
        {
            Example(console, language);
        }

        TryIt(console);
    }

    private void Example(IAnsiConsole console, string language)
    {
        // The ids are the same in every run, and so is the example.
        if (told.Where(one => one.Channel == Channel.Sms && one.Language == language)
            .MinBy(one => one.NoticeId, StringComparer.Ordinal) is not { } message)
        {
            return;
        }

        var at = message.At.ToString("ddd HH:mm", CultureInfo.InvariantCulture);
        console.Write(new Panel(new Text(message.Content.Text.TrimEnd()))
        {
            Header = new PanelHeader($" {Markup.Escape($"Text to {message.RecipientName}, {message.Address}, {at} ({message.At.Zone.Id})")} "),
            Border = BoxBorder.Rounded,
            Expand = true,
        });
        console.WriteLine();
    }

    private void TryIt(IAnsiConsole console)
    {
        console.Write(new Text("The next one, shown before anything is sent (leave --preview out to announce it):\n", Colors.Quiet));
        // Past the console, which would break a long line in two: it is there to be copied.
        var folder = Path.GetRelativePath(Environment.CurrentDirectory, Path.GetDirectoryName(change.NextFile)!);
        console.Profile.Out.Writer.WriteLine(
            $"  {NextSteps.Program} announce {Path.Combine(folder, Path.GetFileName(change.NextFile))} "
            + $"--data {Path.Combine(folder, "data")} --preview --at {SampleCalendar.AsOf.PlusDays(1):uuuu-MM-dd}T15:00:00Z");
        console.WriteLine();
    }

    private static string Clock(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
