using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Evidence;
using Notifier.Application.Runs;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.Notices;

namespace Notifier.Application.Delivery;

/// <summary>Records that a notice, or a whole reminder, was not sent although it was raised, and why.</summary>
public sealed partial class WithholdNotices(
    NoticeLedger ledger, RunTally tally, IClock clock, ILogger<WithholdNotices> logger)
{
    /// <summary>One notice: planned, and not to be sent any more.</summary>
    /// <returns>False when anything was written since the notices were read.</returns>
    public async Task<bool> NoticeAsync(
        ReminderNotices read, NoticeRow row, WithholdReason reason, string detail, CancellationToken cancellationToken)
    {
        var withheld = row with { State = NoticeState.Withheld, Reason = reason.ToString(), NotBefore = null };
        var entry = NoticeEvidence.Entry(
            EvidenceKind.NoticeWithheld, withheld, clock.GetCurrentInstant(),
            EvidenceDetail.Of(("reason", reason.ToString()), ("detail", detail)));
        if (await ledger.WriteAsync(read.Head, row, new NoticeChange(withheld, entry), cancellationToken) is null)
        {
            return false;
        }

        tally.Withheld(reason);
        LogNotice(row.NoticeId, reason);
        return true;
    }

    /// <summary>One notice to a recipient; what is not on record yet is planned and withheld in one.</summary>
    /// <returns>False when anything was written since the notices were read.</returns>
    public Task<bool> NoticeAsync(
        ReminderNotices read, NoticeRow row, Recipient recipient, WithholdReason reason, string detail,
        CancellationToken cancellationToken) =>
        read.Rows.Any(one => one.NoticeId == row.NoticeId)
            ? NoticeAsync(read, row, reason, detail, cancellationToken)
            : NewNoticeAsync(read, row, recipient, reason, detail, cancellationToken);

    private async Task<bool> NewNoticeAsync(
        ReminderNotices read, NoticeRow row, Recipient recipient, WithholdReason reason, string detail,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var withheld = row with { State = NoticeState.Withheld, Reason = reason.ToString() };
        var change = new NoticeChange(
            withheld,
            NoticeEvidence.Planned(row, recipient, now),
            NoticeEvidence.Entry(
                EvidenceKind.NoticeWithheld, withheld, now, EvidenceDetail.Of(("reason", reason.ToString()), ("detail", detail))));
        if (await ledger.WriteAsync(read.Head, null, change, cancellationToken) is null)
        {
            return false;
        }

        tally.Withheld(reason);
        LogNotice(row.NoticeId, reason);
        return true;
    }

    /// <summary>A reminder that is not true any more: all of its planned notices, or itself when it has none yet.</summary>
    /// <returns>False when anything was written since the notices were read, or more of them are to be withheld.</returns>
    public async Task<bool> ReminderAsync(
        NoticeDue due, ReminderNotices read, WithholdReason reason, string detail, CancellationToken cancellationToken)
    {
        if (read.Rows.Count == 0)
        {
            return await NoNoticesAsync(due, read, reason, detail, cancellationToken);
        }

        var planned = read.Rows.Where(row => row.State == NoticeState.Planned).ToList();
        return planned.Count == 0
            || (await NoticeAsync(read, planned[0], reason, detail, cancellationToken) && planned.Count == 1);
    }

    private async Task<bool> NoNoticesAsync(
        NoticeDue due, ReminderNotices read, WithholdReason reason, string detail, CancellationToken cancellationToken)
    {
        var stands = await ledger.FindWithheldAsync(due, cancellationToken);
        if (stands is not null && stands.Reason == reason && stands.Detail == detail)
        {
            return true;
        }

        var row = new WithheldReminderRow
        {
            PartitionKey = LedgerPartition.Of(due.DistrictId, due.StudentId),
            RowKey = WithheldReminderRow.KeyOf(due.ReminderId()),
            Reason = reason,
            Detail = detail,
        };
        var entry = new EvidenceEntry
        {
            Kind = EvidenceKind.NoticeWithheld,
            At = clock.GetCurrentInstant(),
            StudentId = due.StudentId,
            PlanId = due.PlanId,
            Detail = EvidenceDetail.Of(
                ("reason", reason.ToString()), ("detail", detail), ("obligation", due.Obligation.Value),
                ("part", due.Part), ("due", due.DueOn.ToString("uuuu-MM-dd", null)), ("step", due.StepId),
                ("audience", due.Audience.ToString())),
        };
        if (!await ledger.WithholdAsync(read.Head, row, entry, cancellationToken))
        {
            return false;
        }

        var reminderId = due.ReminderId();
        tally.Withheld(reason);
        LogReminder(reminderId, reason);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Notice {NoticeId} withheld: {Reason}")]
    private partial void LogNotice(string noticeId, WithholdReason reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Reminder {ReminderId} withheld: {Reason}")]
    private partial void LogReminder(string reminderId, WithholdReason reason);
}
