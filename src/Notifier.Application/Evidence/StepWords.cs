using NodaTime;
using NodaTime.Text;
using Notifier.Application.Problems;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.Obligations;

namespace Notifier.Application.Evidence;

/// <summary>What one entry says, for somebody who reads the record as proof: in full, and without the program's own names.</summary>
public static class StepWords
{
    public static string Of(EvidenceRow entry, EvidenceReading reading)
    {
        string Find(string name) => EvidenceDetail.Find(entry.Detail, name);
        var because = Find("reason") is { Length: > 0 } reason && reason != "delivered" ? $": {ProviderWords.Of(reason)}" : "";
        return entry.Kind switch
        {
            EvidenceKind.NoticePlanned => Find("passedOver") is { Length: > 0 } over ? $"planned; passed over before: {over}" : "planned",
            EvidenceKind.AttemptStarted =>
                $"{AttemptSteps.NumberOf(entry)} attempt, by {AttemptSteps.How(Find("channel"))}, in {AttemptSteps.Language(Find("language"))}{Note(Find("note"))}",
            EvidenceKind.AttemptNotSent => $"nothing was sent{because}; to be tried again from {Moment(Find("nextTry"), reading.Zone)}",
            EvidenceKind.NoticeAccepted => Find("providerId") is { Length: > 0 } id ? $"taken by the provider, which calls it {id}" : "taken by the provider",
            EvidenceKind.NoticeSent => "handed on to the carrier",
            EvidenceKind.NoticeDelivered when IsOfOutbox(entry) => "written to the outbox of this machine; no provider carried it",
            EvidenceKind.NoticeDelivered => $"delivered{Reported(entry, reading.Zone)}",
            EvidenceKind.NoticeNotSent => $"not sent{because}{Reported(entry, reading.Zone)}",
            EvidenceKind.NoticeFailed => $"not delivered{because}{Reported(entry, reading.Zone)}",
            EvidenceKind.NoticeWithheld => $"not sent, on purpose{because}{More(Find("detail"))}",
            EvidenceKind.NoticeDeferred => $"put off until {Moment(Find("until"), reading.Zone)}",
            EvidenceKind.OutcomeUnknown => $"not known whether it went out{because}; held, and looked into",
            EvidenceKind.OutcomeReconciled => $"looked into: {Find("seen")}",
            EvidenceKind.ReceiptNoted => $"a report that changed nothing{because}",
            EvidenceKind.FinalReportMissing => $"the provider took it, and no final report came{because}",
            EvidenceKind.ReplyReceived => $"{reading.People.Name(Find("contact"))} answered: {ReplyWords.Of(Find("meaning"))}{About(entry, reading.Zone)}",
            EvidenceKind.ProblemOpened => $"{reading.People.Name(Find("owner"))} was asked: {ProblemOf(Find("kind"))}",
            EvidenceKind.DueDateMoved => $"{TitleOf(Find("obligation"))}, plan {entry.PlanId}: due {DayOf(Find("new"))} instead of {DayOf(Find("old"))}{More(Find("reason"))}",
            EvidenceKind.DutyAcknowledged =>
                $"{reading.People.Name(Find("by"))} acknowledged that it is overdue: {TitleOf(Find("obligation"))}, plan {entry.PlanId}, due {DayOf(Find("due"))}{More(Find("how"))}",
            EvidenceKind.AgendaRepaired => "what stood on the agenda differed from the plans, and was put right",
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Kind, "A kind of evidence without words."),
        };
    }

    /// <summary>When it happened by the provider's report; without one, when it was put on record.</summary>
    public static Instant TimeOf(EvidenceRow entry) =>
        InstantPattern.ExtendedIso.Parse(EvidenceDetail.Find(entry.Detail, "reportedAt")) is { Success: true } reported ? reported.Value : entry.At;

    /// <summary>It lies in a file of this machine: a provider would have given it a number, or reported.</summary>
    public static bool IsOfOutbox(EvidenceRow entry) => entry.Kind == EvidenceKind.NoticeDelivered
        && EvidenceDetail.Find(entry.Detail, "providerId").Length == 0 && EvidenceDetail.Find(entry.Detail, "report").Length == 0;

    public static string TitleOf(string obligation) =>
        ObligationCatalog.Knows(obligation) ? ObligationCatalog.Find(new ObligationId(obligation)).Title : obligation;

    /// <summary>A day that evidence has as year-month-day; anything else as it is.</summary>
    public static string DayOf(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } day ? SpokenTimes.ShortDay(day.Value) : text;

    private static string ProblemOf(string kind) =>
        Enum.TryParse<ProblemKind>(kind, out var known) && Enum.IsDefined(known) ? ProblemWords.Of(known) : kind;

    // It is put on record when it is handled; what counts is when it was written.
    private static string About(EvidenceRow reply, DateTimeZone zone)
    {
        var (meeting, received) = (EvidenceDetail.Find(reply.Detail, "meeting"), EvidenceDetail.Find(reply.Detail, "receivedAt"));
        var which = EvidenceDetail.Find(reply.Detail, "unclear").Length > 0 ? " (which of several meetings, is not clear)"
            : meeting.Length > 0 ? $" (meeting of {DayOf(meeting)})" : "";
        return received.Length == 0 ? which : $"{which}, received {Moment(received, zone)}";
    }

    private static string Note(string note) => note.Length == 0 ? "" : $" ({note})";

    private static string More(string detail) => detail.Length == 0 ? "" : $" ({detail})";

    private static string Reported(EvidenceRow entry, DateTimeZone zone) =>
        EvidenceDetail.Find(entry.Detail, "reportedAt") is { Length: > 0 } at ? $" (as the provider reports, {Moment(at, zone)})" : "";

    private static string Moment(string text, DateTimeZone zone) =>
        InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed ? SpokenTimes.Moment(parsed.Value, zone) : text;
}
