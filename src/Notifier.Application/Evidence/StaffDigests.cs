using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Digests;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.Notices;

namespace Notifier.Application.Evidence;

/// <summary>
/// Finds the digests in which staff were told what a notice of its own would have said. Each member of staff's ledger is
/// read once, so one of these serves the records of a whole district, and is not kept.
/// </summary>
public sealed class StaffDigests(NoticeLedger notices, EvidenceLedger ledger, VerifyEvidence verify)
{
    private readonly Dictionary<(string District, string StaffId), Desk> desks = [];

    /// <param name="districtId">The district.</param>
    /// <param name="entries">A student's evidence.</param>
    /// <param name="rows">The student's notices.</param>
    /// <param name="zone">The district's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>One for each entry that left something to a digest, in the entries' order.</returns>
    public async Task<IReadOnlyList<DigestTelling>> OfAsync(
        string districtId, IReadOnlyList<EvidenceRow> entries, IReadOnlyList<NoticeRow> rows, DateTimeZone zone,
        CancellationToken cancellationToken)
    {
        var tellings = new List<DigestTelling>();
        foreach (var entry in entries.Where(entry => entry.Kind == EvidenceKind.NoticeWithheld
            && EvidenceDetail.Find(entry.Detail, "reason") == nameof(WithholdReason.InDigest)))
        {
            if (DigestCover.StaffIn(EvidenceDetail.Find(entry.Detail, "detail")) is not { } staffId
                || KeyOf(entry, rows) is not { } key)
            {
                continue;
            }

            var desk = await DeskAsync(districtId, staffId, cancellationToken);
            var from = entry.At.InZone(zone).Date;
            var mark = DigestEditions.MarkOf(key);
            var saying = desk.Digests
                .Where(row => row.DueOn >= from && DigestEditions.Holds(row.Said, mark)).ToList();
            // One that nobody got is no telling as long as another is.
            var first = saying.Find(row => NoticeStates.MayReachRecipient(row.State)) ?? saying.FirstOrDefault();
            tellings.Add(new DigestTelling
            {
                Sequence = entry.Sequence,
                Key = key,
                StaffId = staffId,
                Digest = first,
                At = first is not null && desk.Ends.TryGetValue(first.NoticeId, out var end) ? StepWords.TimeOf(end) : first?.AttemptedAt,
                IsInOutbox = first is not null && desk.Ends.TryGetValue(first.NoticeId, out var last) && StepWords.IsOfOutbox(last),
                Later = first is null ? 0 : saying.Count(row => row.DueOn > first.DueOn),
                IsWhole = desk.IsWhole,
                CountedIn = first is not null ? null
                    : desk.Digests.Find(row => row.DueOn >= from && DigestEditions.Holds(row.OnlyCounted, mark)),
            });
        }

        return tellings;
    }

    // As the digest's own lines are named.
    private static string? KeyOf(EvidenceRow entry, IReadOnlyList<NoticeRow> rows)
    {
        if (rows.FirstOrDefault(row => entry.NoticeId.Length > 0 && row.NoticeId == entry.NoticeId) is { } row)
        {
            return row.ProblemId is { } problemId
                ? DigestFound.KeyOfProblem(problemId)
                : DigestLine.KeyOf(row.PlanId, row.Obligation.Value, row.Part, $"{row.DueOn:uuuu-MM-dd}");
        }

        string Find(string name) => EvidenceDetail.Find(entry.Detail, name);
        var step = Find("step");
        return step.Length == 0 ? null
            : step.StartsWith("problem-", StringComparison.Ordinal) ? DigestFound.KeyOfProblem(step["problem-".Length..])
            : DigestLine.KeyOf(entry.PlanId, Find("obligation"), Find("part"), Find("due"));
    }

    private async Task<Desk> DeskAsync(string districtId, string staffId, CancellationToken cancellationToken)
    {
        if (desks.TryGetValue((districtId, staffId), out var known))
        {
            return known;
        }

        var studentId = NoticeDue.LedgerOfStaff(staffId);
        var digests = await notices.AllAsync(districtId, studentId, cancellationToken)
            .Where(row => row.AttemptedAt is not null && row.ToNoticeDue().IsDigest).ToListAsync(cancellationToken);
        var ends = new Dictionary<string, EvidenceRow>(StringComparer.Ordinal);
        await foreach (var entry in ledger.ReadAsync(districtId, studentId, cancellationToken))
        {
            if (entry.Kind is EvidenceKind.NoticeAccepted or EvidenceKind.NoticeSent or EvidenceKind.NoticeDelivered
                or EvidenceKind.NoticeFailed or EvidenceKind.NoticeNotSent or EvidenceKind.OutcomeUnknown)
            {
                ends[entry.NoticeId] = entry;
            }
        }

        var check = await verify.RunAsync(districtId, studentId, cancellationToken);
        var desk = new Desk([.. digests.OrderBy(row => row.AttemptedAt)], ends, check.IsWhole);
        desks.Add((districtId, staffId), desk);
        return desk;
    }

    private sealed record Desk(List<NoticeRow> Digests, Dictionary<string, EvidenceRow> Ends, bool IsWhole);
}
