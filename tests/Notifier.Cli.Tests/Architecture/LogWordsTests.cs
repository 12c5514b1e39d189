using System.Text.RegularExpressions;

namespace Notifier.Cli.Tests.Architecture;

/// <summary>Logs leave the process: they hold ids and outcomes, nobody's name or address, no text and no secret.</summary>
public sealed partial class LogWordsTests
{
    private static readonly string[] NotForLogs =
        ["Name", "Address", "Phone", "Number", "Email", "Mail", "Text", "Words", "Body", "Subject", "Detail", "Key", "Token", "Secret", "Password", "Url", "Uri", "Value"];

    [Fact]
    public void No_log_message_has_a_place_for_what_must_not_be_in_it()
    {
        var places = (
            from file in Repository.CSharpFiles(Repository.Source)
            from Match message in LogMessage().Matches(File.ReadAllText(Path.Combine(Repository.Source, file)))
            from Match place in Placeholder().Matches(message.Value)
            select (File: file, Place: place.Groups[1].Value)).ToList();

        Assert.True(places.Count > 50, $"Only {places.Count} were found: have log messages another form now?");
        Assert.DoesNotContain(places, one => NotForLogs.Any(word => one.Place.EndsWith(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_is_logged_in_another_way() =>
        Assert.Empty(
            from file in Repository.CSharpFiles(Repository.Source)
            where OtherWay().IsMatch(File.ReadAllText(Path.Combine(Repository.Source, file)))
            select file);

    [GeneratedRegex(@"\[LoggerMessage\((?:[^\]]|\n)*?\)\]")]
    private static partial Regex LogMessage();

    [GeneratedRegex(@"\{(\w+)(?::[^}]*)?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\.Log(?:Trace|Debug|Information|Warning|Error|Critical)?\(\s*(?:LogLevel|""|\$""|\w+,\s*"")")]
    private static partial Regex OtherWay();
}
