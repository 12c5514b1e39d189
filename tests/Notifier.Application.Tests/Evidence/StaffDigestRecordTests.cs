using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.Evidence;
using Notifier.Application.Tests.Digests;
using Notifier.Delivery;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Evidence;

/// <summary>What staff were told in digests, as the student's record and their own have it.</summary>
public sealed class StaffDigestRecordTests : DigestTest
{
    private static readonly LocalDate Due = new(2026, 11, 14);

    [Fact]
    public async Task A_students_record_names_the_digest_that_said_it()
    {
        await PlayAsync();

        Golden.Check("digest-lines", AttemptRecord.ToText(await ReadAsync()));
    }

    [Fact]
    public async Task A_member_of_staffs_own_record_lists_every_digest_with_what_it_said()
    {
        await PlayAsync();

        var reading = await World.UseCases.EvidenceReport.ReadStaffAsync(OakHill.DistrictId, "T1", CancellationToken.None);

        Golden.Check("staff", StaffRecord.ToText(reading));
    }

    /// <summary>The text that something cannot wait stands in the same ledger, and says none of it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_no_digest_says_is_not_called_told(bool isTextOfStaff)
    {
        Channel.Taken = DeliveryOutcome.Accepted("m1");
        await World.ImportAsync(District(), ReviewDue(Due));
        await RunUntilAsync(10, 14, 8);
        var staff = NoticeDue.LedgerOfStaff("T1");
        foreach (var row in await World.NoticesAsync(staff))
        {
            await Tables.Open(LedgerPartition.Table).UpsertAsync(isTextOfStaff ? row with { Obligation = NoticeDue.StaffText } : row with { Said = "" }, DeliveryJson.Default.NoticeRow, CancellationToken.None);
        }

        Assert.All((await ReadAsync()).Digests, telling => Assert.Null(telling.Digest));
        Assert.NotEmpty((await ReadAsync()).Digests);
        Assert.Contains("left to the digest of Dana Reyes (case manager, T1); no digest on record says it", AttemptRecord.ToText(await ReadAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_whose_own_record_was_changed_proves_nothing()
    {
        await PlayAsync();
        var entry = (await World.EvidenceAsync(NoticeDue.LedgerOfStaff("T1")))[0];
        await Tables.Open(LedgerPartition.Table).UpsertAsync(entry with { Detail = "x" }, EvidenceJson.Default.EvidenceRow, CancellationToken.None);

        Assert.Contains("NOT proved: the record of that digest was changed or has a gap", AttemptRecord.ToText(await ReadAsync()), StringComparison.Ordinal);
    }

    // Thirty days before; the supervisor hears a week before.
    private async Task PlayAsync()
    {
        Channel.Taken = DeliveryOutcome.Accepted("m1");
        await World.ImportAsync(District(), ReviewDue(Due));
        await RunUntilAsync(10, 16, 8);
        foreach (var row in (await World.NoticesAsync(NoticeDue.LedgerOfStaff("T1"))).OrderBy(one => one.DueOn).Take(1))
        {
            await World.UseCases.RecordDelivery.RunAsync(
                new DeliveryEvent { EventId = "e1", AttemptId = row.AttemptId, State = NoticeState.Delivered, Reason = "delivered", At = Clock.GetCurrentInstant() },
                CancellationToken.None);
        }
    }

    private Task<EvidenceReading> ReadAsync() =>
        World.UseCases.EvidenceReport.ReadAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None);
}
