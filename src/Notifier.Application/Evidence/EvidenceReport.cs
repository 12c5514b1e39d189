using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;

namespace Notifier.Application.Evidence;

/// <summary>
/// Reads everything on record about one student's notices, or one member of staff's digests: what, how, when, in which
/// language, and what became of it.
/// </summary>
public sealed class EvidenceReport(
    EvidenceLedger ledger, NoticeLedger notices, KeptReplies replies, VisibleProblems problems, DistrictFiles districts,
    StudentFiles students, VerifyEvidence verify, FindSentWords words, IClock clock)
{
    /// <summary>For the records of many students: each member of staff's ledger is read once.</summary>
    public StaffDigests OpenDigests() => new(notices, ledger, verify);

    public Task<EvidenceReading> ReadAsync(string districtId, string studentId, CancellationToken cancellationToken) =>
        ReadAsync(districtId, studentId, OpenDigests(), cancellationToken);

    public async Task<EvidenceReading> ReadAsync(
        string districtId, string studentId, StaffDigests digests, CancellationToken cancellationToken)
    {
        var reading = await LedgerAsync(districtId, studentId, cancellationToken);
        var student = await students.GetAsync(districtId, studentId, cancellationToken);
        var whole = reading with
        {
            People = new PeopleOnFile(student, reading.People.District),
            Replies = await replies.AllAsync(districtId, studentId, cancellationToken).ToListAsync(cancellationToken),
            OpenProblems = await problems.ListOpenAsync(districtId, studentId, cancellationToken).ToListAsync(cancellationToken),
            Digests = await digests.OfAsync(districtId, reading.Entries, reading.Notices, reading.Zone, cancellationToken),
        };
        return await WithWordsAsync(whole, cancellationToken);
    }

    /// <summary>The digests of one member of staff, or of the district's contact.</summary>
    public async Task<EvidenceReading> ReadStaffAsync(string districtId, string staffId, CancellationToken cancellationToken) =>
        await WithWordsAsync(
            await LedgerAsync(districtId, NoticeDue.LedgerOfStaff(staffId), cancellationToken) with { StaffId = staffId }, cancellationToken);

    private async Task<EvidenceReading> WithWordsAsync(EvidenceReading reading, CancellationToken cancellationToken) =>
        reading with { Words = await words.RunAsync(reading, cancellationToken) };

    private async Task<EvidenceReading> LedgerAsync(string districtId, string studentId, CancellationToken cancellationToken)
    {
        var rows = await notices.AllAsync(districtId, studentId, cancellationToken).ToListAsync(cancellationToken);
        var entries = await ledger.ReadAsync(districtId, studentId, cancellationToken).ToListAsync(cancellationToken);
        var order = entries.Where(entry => entry.NoticeId.Length > 0)
            .GroupBy(entry => entry.NoticeId).ToDictionary(same => same.Key, same => same.First().Sequence, StringComparer.Ordinal);
        var file = await districts.GetAsync(districtId, cancellationToken);
        return new EvidenceReading
        {
            DistrictId = districtId,
            StudentId = studentId,
            // Last, so that it covers every entry that is shown.
            Check = await verify.RunAsync(districtId, studentId, cancellationToken),
            Notices = [.. rows.OrderBy(row => order.GetValueOrDefault(row.NoticeId, int.MaxValue)).ThenBy(row => row.NoticeId, StringComparer.Ordinal)],
            Entries = entries,
            People = new PeopleOnFile(null, file),
            ReadAt = clock.GetCurrentInstant(),
            Zone = file?.District.TimeZone ?? DateTimeZone.Utc,
        };
    }
}
