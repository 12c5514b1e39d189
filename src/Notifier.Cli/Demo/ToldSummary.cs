using Notifier.Application.Delivery.Attempts;
using Notifier.Application.PlanDates;
using Notifier.Cli.Output;
using Notifier.PlanDates;
using Spectre.Console;

namespace Notifier.Cli.Demo;

/// <summary>Who was told, over which channel and in which language, and some of the very words.</summary>
public sealed class ToldSummary(DistrictFile district, IReadOnlyCollection<OutgoingMessage> messages)
{
    private readonly HashSet<string> staff =
        [.. district.Staff.Select(member => member.Email), district.District.Policies.ContactEmail];

    public void Write(IAnsiConsole console)
    {
        var counts = new Table { Border = TableBorder.Simple };
        counts.AddColumns(new TableColumn("Who"), new("Channel"), new("Language"), new TableColumn("Notices") { Alignment = Justify.Right });
        foreach (var group in messages
            .GroupBy(message => (Who: Who(message), message.Channel, message.Language))
            .OrderBy(group => group.Key.Who)
            .ThenBy(group => group.Key.Channel)
            .ThenBy(group => group.Key.Language, StringComparer.Ordinal))
        {
            counts.AddRow(group.Key.Who, ChannelName(group.Key.Channel), LanguageName(group.Key.Language), Written.Count(group.Count(), "", "").Trim());
        }

        console.Write(new Rule("Who was told") { Justification = Justify.Left });
        console.Write(counts);
        Example(console, message => !IsStaff(message) && message is { Channel: Channel.Sms, Language: "en" });
        Example(console, message => !IsStaff(message) && message is { Channel: Channel.Sms, Language: "es" });
        Example(console, message => !IsStaff(message) && message.Channel == Channel.Email);
        Example(console, IsStaff);
    }

    private void Example(IAnsiConsole console, Func<OutgoingMessage, bool> wanted)
    {
        // The ids are the same in every run, and so is the example.
        if (messages.Where(wanted).MinBy(message => message.NoticeId, StringComparer.Ordinal) is not { } message)
        {
            return;
        }

        var subject = message.Content.Subject.Length > 0 ? $"Subject: {message.Content.Subject}\n\n" : "";
        var panel = new Panel(new Text(subject + message.Content.Text.TrimEnd()))
        {
            Header = new PanelHeader($" {Markup.Escape($"{ChannelName(message.Channel)} to {message.RecipientName}, {message.Address}")} "),
            Border = BoxBorder.Rounded,
            Expand = true,
        };
        console.Write(panel);
        console.Write(new Text($"Why: {message.Why}\n\n", Colors.Quiet));
    }

    private bool IsStaff(OutgoingMessage message) => staff.Contains(message.Address);

    private string Who(OutgoingMessage message) => IsStaff(message) ? "staff" : "families";

    private static string ChannelName(Channel channel) => channel == Channel.Sms ? "Text" : "Email";

    private static string LanguageName(string code) => code switch
    {
        "en" => "English",
        "es" => "Spanish",
        _ => code,
    };
}
