using System.Text.RegularExpressions;
using Notifier.Application.Delivery;

namespace Notifier.Application.Evidence;

/// <summary>
/// What a provider answered, in words for somebody who does not know its names for things. Its own words follow in
/// brackets, so that nothing is lost by the translation.
/// </summary>
public static partial class ProviderWords
{
    // The basic codes of a mail server's answer (RFC 3463).
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["5.1.0"] = "the address is not valid",
        ["5.1.1"] = "there is no such mailbox",
        ["5.1.2"] = "there is no such mail server",
        ["5.1.3"] = "the address is not written as one",
        ["5.1.6"] = "the mailbox has moved",
        ["5.2.1"] = "the mailbox is closed",
        ["5.2.2"] = "the mailbox is full",
        ["5.2.3"] = "the mail is too large",
        ["5.4.1"] = "the mail server did not answer",
        ["5.7.1"] = "the mail server does not let it in",
    };

    private static readonly (string Begins, string Words)[] Beginnings =
    [
        ("bounce, blocked", "the receiving mail server refused it for now"),
        ("bounce", "the receiving mail server sent it back"),
        ("dropped: Bounced Address", "the mail provider did not send it, because mail to this address came back before"),
        ("dropped: Spam Reporting Address", "the mail provider did not send it, because this person reported mail as spam before"),
        ("dropped: Unsubscribed Address", "the mail provider did not send it, because this person unsubscribed"),
        ("dropped: Invalid", "the mail provider did not send it, because the address is not valid"),
        ("dropped", "the mail provider did not send it"),
        ("spamreport", "it arrived, and this person reported it as spam"),
        ("group_unsubscribe", "it arrived, and this person unsubscribed"),
        ("unsubscribe", "it arrived, and this person unsubscribed"),
        ("deferred", "the receiving mail server asked to wait; the provider goes on trying"),
        ("processed", "the mail provider took it"),
        ("no final report", "nobody reported whether it arrived"),
        ("no answer in time", "the provider did not answer in time"),
    ];

    /// <summary>For example <c>the receiving mail server sent it back: there is no such mailbox [bounce 5.1.1]</c>.</summary>
    public static string Of(string reason)
    {
        var words = OutcomeWords.Because(reason);
        if (words != reason || Beginnings.FirstOrDefault(one => reason.StartsWith(one.Begins, StringComparison.Ordinal)) is not { Words: { } said })
        {
            return words;
        }

        var code = Code().Match(reason).Value;
        var why = Codes.GetValueOrDefault(code) ?? (code.StartsWith('4') ? "for a passing reason" : "");
        return why.Length == 0 ? $"{said} [{reason}]" : $"{said}: {why} [{reason}]";
    }

    [GeneratedRegex(@"\b[45]\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex Code();
}
