using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery;
using Notifier.Application.Evidence;
using Notifier.Application.Storage;
using Notifier.Evidence;

namespace Notifier.Application.Digests;

/// <summary>
/// Keeps who has acknowledged which overdue duty, beside the student's evidence of it. The first time counts: nobody keeps
/// a duty from those above by acknowledging it again and again.
/// </summary>
public sealed class Acknowledgements(IEntityTables tables, EvidenceLedger evidence, IClock clock)
{
    private const int MostTries = 100;

    private readonly IEntityTable table = tables.Open(LedgerPartition.Table);

    /// <returns>The day on which it was acknowledged first; null: it was not.</returns>
    public async Task<LocalDate?> FindAsync(OverdueDuty duty, CancellationToken cancellationToken) =>
        (await table.GetAsync(
            LedgerPartition.Of(duty.DistrictId, duty.StudentId), AcknowledgedRow.KeyOf(duty),
            DigestJson.Default.AcknowledgedRow, cancellationToken))?.On;

    /// <param name="duty">Overdue.</param>
    /// <param name="on">The day of it.</param>
    /// <param name="by">The member of staff.</param>
    /// <param name="how">By which way, for the evidence.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False: somebody had acknowledged it before.</returns>
    public async Task<bool> NoteAsync(OverdueDuty duty, LocalDate on, string by, string how, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var head = await evidence.HeadAsync(duty.DistrictId, duty.StudentId, cancellationToken);
            if (await FindAsync(duty, cancellationToken) is not null)
            {
                return false;
            }

            var row = new AcknowledgedRow { PartitionKey = head.PartitionKey, RowKey = AcknowledgedRow.KeyOf(duty), On = on, By = by };
            var entry = new EvidenceEntry
            {
                Kind = EvidenceKind.DutyAcknowledged,
                At = clock.GetCurrentInstant(),
                StudentId = duty.StudentId,
                PlanId = duty.PlanId,
                Detail = EvidenceDetail.Of(
                    ("obligation", duty.Obligation.Value), ("part", duty.Part), ("due", LocalDatePattern.Iso.Format(duty.DueOn)),
                    ("on", LocalDatePattern.Iso.Format(on)), ("by", by), ("how", how)),
            };
            if (await evidence.AppendAsync(
                head, [TableChange.Upsert(row, DigestJson.Default.AcknowledgedRow)], [entry], cancellationToken))
            {
                return true;
            }
        }

        throw new LedgerBusyException(duty.DistrictId, duty.StudentId);
    }
}
