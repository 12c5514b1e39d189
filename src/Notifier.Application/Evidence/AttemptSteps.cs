using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery;
using Notifier.Application.Problems;
using Notifier.Evidence;

namespace Notifier.Application.Evidence;

/// <summary>What one entry of a notice's evidence says, in plain words.</summary>
public static class AttemptSteps
{
    private static readonly ZonedDateTimePattern Local =
        ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm", null);

    /// <summary>A moment by the district's clock.</summary>
    public static string At(Instant moment, DateTimeZone zone) => Local.Format(moment.InZone(zone));

    public static string Of(EvidenceRow entry, DateTimeZone zone)
    {
        string Find(string name) => EvidenceDetail.Find(entry.Detail, name);
        var because = Find("reason") is { Length: > 0 } reason ? $": {OutcomeWords.Because(reason)}" : "";
        return entry.Kind switch
        {
            EvidenceKind.NoticePlanned => Find("passedOver") is { Length: > 0 } over ? $"planned; passed over: {over}" : "planned",
            EvidenceKind.AttemptStarted => $"{NumberOf(entry)} attempt by {How(Find("channel"))}, in {Language(Find("language"))}, wording {Find("template")}",
            EvidenceKind.AttemptNotSent => $"nothing was sent{because}; to be tried again from {Moment(Find("nextTry"), zone)}",
            EvidenceKind.NoticeAccepted => Find("providerId") is { Length: > 0 } id ? $"taken by the provider as {id}" : "taken by the provider",
            EvidenceKind.ProblemOpened => $"{(Find("owner") is { Length: > 0 } owner ? owner : "the office")} was asked: {ProblemOf(Find("kind"))}",
            EvidenceKind.NoticeSent => "handed on to the carrier",
            EvidenceKind.NoticeDelivered => "delivered",
            EvidenceKind.NoticeNotSent => $"not sent{because}",
            EvidenceKind.NoticeFailed => $"not delivered{because}",
            EvidenceKind.NoticeWithheld => $"not sent, on purpose{because}{(Find("detail") is { Length: > 0 } more ? $" ({more})" : "")}",
            EvidenceKind.NoticeDeferred => $"put off until {Moment(Find("until"), zone)}",
            EvidenceKind.OutcomeUnknown => $"not known whether it went out{because}",
            EvidenceKind.OutcomeReconciled => $"looked into: {Find("seen")}",
            EvidenceKind.ReceiptNoted => $"a report that changed nothing{because}",
            EvidenceKind.FinalReportMissing => $"the provider took it, and no final report came{because}",
            EvidenceKind.ReplyReceived => $"they answered: {Find("meaning")}",
            EvidenceKind.DutyAcknowledged => $"{Find("by")} acknowledged on {Find("on")} that it is overdue ({Find("how")})",
            _ => entry.Kind.ToString(),
        };
    }

    private static string ProblemOf(string kind) =>
        Enum.TryParse<ProblemKind>(kind, out var known) && Enum.IsDefined(known) ? ProblemWords.Of(known) : kind;

    // An attempt's id is its notice's with a number.
    internal static string NumberOf(EvidenceRow entry) => entry.AttemptId.LastIndexOf('-') is var dash && dash < 0 ? "an"
        : entry.AttemptId[(dash + 1)..] switch { "1" => "first", "2" => "second", "3" => "third", var number => $"{number}th" };

    /// <summary>By email, by text.</summary>
    public static string How(string channel) => channel == "Sms" ? "text" : "email";

    /// <summary>The language's English name.</summary>
    public static string Language(string code)
    {
        try
        {
            return code.Length == 0 ? "no language yet" : CultureInfo.GetCultureInfo(code, predefinedOnly: true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    private static string Moment(string text, DateTimeZone zone) =>
        InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed ? At(parsed.Value, zone) : text;
}
