using Notifier.Application.Evidence;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>Two write to one student's ledger at once: whoever decided on an older reading decides again.</summary>
public sealed class TwoWritersTests : FlowTest
{
    [Theory]
    [InlineData(0, 0, 0)] // of a ledger without any entry
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, 0)]
    [InlineData(2, 0, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 1, 0)]
    [InlineData(2, 1, 1)]
    public async Task Only_the_first_of_two_writes_after_one_reading_is_made(int before, int first, int second)
    {
        var ledger = World.UseCases.Evidence;
        if (before > 0)
        {
            Assert.True(await ledger.AppendAsync(await HeadAsync(ledger), [], Entries(before), CancellationToken.None));
        }

        var read = await HeadAsync(ledger);
        Assert.True(await ledger.AppendAsync(read, [], Entries(first), CancellationToken.None));
        Assert.False(await ledger.AppendAsync(read, [], Entries(second), CancellationToken.None));

        Assert.True(await ledger.AppendAsync(await HeadAsync(ledger), [], Entries(1), CancellationToken.None));
        Assert.Equal(before + first + 1, (await World.EvidenceAsync()).Count);
        Assert.True((await World.UseCases.VerifyEvidence.RunAsync(
            OakHill.DistrictId, OakHill.StudentId, CancellationToken.None)).IsWhole);
    }

    [Fact]
    public async Task A_consent_taken_back_while_the_run_reads_is_heard_before_the_claim()
    {
        await ImportAsync();
        // The mother's text waits for the morning.
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 6));
        var file = File();
        Tables.BeforeCall = (what, table) =>
        {
            // The last call before the claim: everything was read. The due dates stay, so there is nothing to put in evidence.
            if ((what, table) == ("upsert", "OpenAttempts"))
            {
                Tables.BeforeCall = null;
                var other = NewProcess();
                other.ImportAsync(OakHill.District(), file with { Contacts = [file.Contacts[0] with { TextConsentOn = null }, file.Contacts[1]] })
                    .GetAwaiter().GetResult();
                other.UseCases.RefreshDueDates.RunAsync(
                    new PlanChange { DistrictId = OakHill.DistrictId, StudentId = OakHill.StudentId, Reason = "test" },
                    CancellationToken.None).GetAwaiter().GetResult();
            }
        };
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.Null(Tables.BeforeCall);
        Assert.Equal([(Mother, Channel.Email), (Father, Channel.Email), ("T1", Channel.Email)], await TakenAsync());
        Assert.Equal(nameof(WithholdReason.NoTextConsent), (await NoticeAsync(Mother, Channel.Sms)).Reason);
    }

    private static Task<EvidenceHeadRow> HeadAsync(EvidenceLedger ledger) =>
        ledger.HeadAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None);

    private EvidenceEntry[] Entries(int count) =>
    [
        .. Enumerable.Range(0, count).Select(_ => new EvidenceEntry
        {
            Kind = EvidenceKind.ReceiptNoted,
            At = Clock.GetCurrentInstant(),
            StudentId = OakHill.StudentId,
            Detail = "",
        }),
    ];
}
