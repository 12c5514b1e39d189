using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Digests;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.Reminders;

namespace Notifier.Application.Evidence;

/// <summary>What staff were told about a student: in mails of their own, and in lines of their digests.</summary>
public static class StaffTold
{
    public static void Append(RecordPage page, EvidenceReading reading)
    {
        page.Heading("To staff about this student");
        var mails = reading.Notices.Where(row => row.Audience != Audience.Family
            && row.Reason != nameof(WithholdReason.InDigest)).ToList();
        var digests = reading.Digests.ToDictionary(one => one.Sequence);
        var others = reading.Entries.Where(entry => entry.Kind == EvidenceKind.NoticeWithheld && IsOfStaff(entry)
            && (entry.NoticeId.Length == 0 || digests.ContainsKey(entry.Sequence))).ToList();
        if (mails.Count + others.Count == 0)
        {
            page.Line("Staff were told nothing about this student.");
        }

        var lines = mails.Select(mail => MailOf(mail, reading)).Concat(others.Select(entry => (
            entry.At,
            $"{AboutOf(entry, digests.GetValueOrDefault(entry.Sequence), reading)}: "
            + (digests.TryGetValue(entry.Sequence, out var telling) ? Of(telling, reading) : StepWords.Of(entry, reading)))));
        foreach (var (at, words) in lines.OrderBy(line => line.Item1))
        {
            page.Line($"{SpokenTimes.Moment(at, reading.Zone)}  {words}", 1);
        }
    }

    // What was tried with the family is what the record is for: of staff's mails the words are in the JSON form.
    private static (Instant At, string Words) MailOf(NoticeRow mail, EvidenceReading reading) => (
        reading.Of(mail).LastOrDefault()?.At ?? reading.ReadAt,
        $"{NoticeRecord.TitleOf(reading, mail)}{(mail.PlanId.Length > 0 ? $", plan {mail.PlanId}" : "")}: {AttemptSteps.How(mail.Channel.ToString())} to "
        + $"{reading.People.Name(mail.RecipientId)}, {NoticeRecord.OutcomeOf(reading, mail)} (notice {mail.NoticeId[..8]})");

    /// <summary>For example <c>told in the digest of Ray Chow (supervisor, T2) of Tuesday, November 17, 2026, delivered at 6:00 AM CST by email</c>.</summary>
    public static string Of(DigestTelling telling, EvidenceReading reading)
    {
        var whose = reading.People.Name(telling.StaffId);
        if (telling is { Digest: null, CountedIn: { } counted })
        {
            return $"NOT told: the digest of {whose} of {SpokenTimes.Day(counted.DueOn)} was too long to show it "
                + $"(one of {counted.OnlyCounted.Split(' ').Length} more that it counted)";
        }

        if (telling.Digest is not { } digest)
        {
            return $"left to the digest of {whose}; no digest on record says it (the next one comes on the next school day; "
                + "a duty that is met or a date that moves before is not in it)";
        }

        var verb = digest.State == NoticeState.Delivered && !telling.IsInOutbox ? "told in" : NoticeStates.MayReachRecipient(digest.State) ? "said in" : "left to";
        var to = digest.RecipientId == telling.StaffId ? "" : $", read by {reading.People.Name(digest.RecipientId)} instead";
        var when = telling.At is not { } at ? ""
            : at.InZone(reading.Zone).Date == digest.DueOn ? $" at {SpokenTimes.Hour(at, reading.Zone)}" : $" on {SpokenTimes.Moment(at, reading.Zone)}";
        var again = telling.Later == 0 ? "" : $"; said again in {telling.Later} later {(telling.Later == 1 ? "digest" : "digests")}";
        var broken = telling.IsWhole ? "" : " (NOT proved: the record of that digest was changed or has a gap)";
        return $"{verb} the digest of {whose} of {SpokenTimes.Day(digest.DueOn)}{to}, {(telling.IsInOutbox ? "written to the outbox of this machine" : StateOf(digest))}{when} by {AttemptSteps.How(digest.Channel.ToString())}{again}{broken}";
    }

    /// <summary>What a line of a digest is about: <c>P1/annual-review/2026-11-14</c> in words.</summary>
    public static string LineOf(string key, EvidenceReading reading)
    {
        var parts = key.Split('/');
        if (parts is ["problem", var id])
        {
            var opened = reading.Entries.FirstOrDefault(entry => entry.Kind == EvidenceKind.ProblemOpened
                && DigestFound.KeyOfProblem(EvidenceDetail.Find(entry.Detail, "problem")) == key);
            return opened is not null && Enum.TryParse<ProblemKind>(EvidenceDetail.Find(opened.Detail, "kind"), out var kind) && Enum.IsDefined(kind)
                ? ProblemWords.Of(kind)
                : $"a problem to mend ({id})";
        }

        return parts switch
        {
            [var plan, "meeting", var on] => $"Meeting of {StepWords.DayOf(on)}, plan {plan}",
            [var plan, var obligation, .., var due] => $"{StepWords.TitleOf(obligation)}, due {StepWords.DayOf(due)}, plan {plan}",
            _ => key,
        };
    }

    private static bool IsOfStaff(EvidenceRow entry) => entry.NoticeId.Length > 0
        || EvidenceDetail.Find(entry.Detail, "audience") is var audience && audience != nameof(Audience.Family);

    private static string AboutOf(EvidenceRow entry, DigestTelling? telling, EvidenceReading reading) => LineOf(
        telling?.Key ?? $"{entry.PlanId}/{EvidenceDetail.Find(entry.Detail, "obligation")}/{EvidenceDetail.Find(entry.Detail, "due")}", reading);

    private static string StateOf(NoticeRow digest) => digest.State switch
    {
        NoticeState.Delivered => "delivered",
        NoticeState.Accepted => "taken by the provider without a report of arrival",
        NoticeState.Sent => "handed on without a report of arrival",
        NoticeState.Failed => "NOT delivered",
        NoticeState.NotSent => "NOT sent",
        _ => "not known to have arrived",
    };
}
