using Notifier.Application.Evidence;
using Notifier.Application.Storage;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

public sealed class VerifyEvidenceTests : FlowTest
{
    private IEntityTable Table => Tables.Open(LedgerPartition.Table);

    [Fact]
    public async Task Evidence_nobody_touched_is_whole()
    {
        await RunReminderDayAsync();

        var check = await CheckAsync();

        Assert.True(check.IsWhole);
        Assert.True(check.Entries > 5);
    }

    [Fact]
    public async Task A_changed_entry_is_found()
    {
        await RunReminderDayAsync();
        var entry = (await World.EvidenceAsync())[3];

        await Table.UpsertAsync(entry with { Detail = entry.Detail + " " }, EvidenceJson.Default.EvidenceRow, CancellationToken.None);

        Assert.Equal("Entry 4 was changed after it was appended: its hash does not fit its content.", (await CheckAsync()).Problem);
    }

    [Fact]
    public async Task A_removed_entry_is_found()
    {
        await RunReminderDayAsync();

        await Table.DeleteAsync(
            LedgerPartition.Of(OakHill.DistrictId, OakHill.StudentId), LedgerPartition.EvidenceKey(2), null, CancellationToken.None);

        Assert.Equal("Entry 2 is missing: entry 3 stands in its place.", (await CheckAsync()).Problem);
    }

    [Fact]
    public async Task A_removed_last_entry_is_found()
    {
        await RunReminderDayAsync();
        var last = (await World.EvidenceAsync())[^1];

        await Table.DeleteAsync(last.PartitionKey, last.RowKey, null, CancellationToken.None);

        Assert.Equal(
            $"The evidence ends at entry {last.Sequence - 1}, but {last.Sequence} entries were appended.", (await CheckAsync()).Problem);
    }

    [Fact]
    public async Task The_report_says_what_how_when_in_which_language_and_what_became_of_it()
    {
        await RunReminderDayAsync();
        var report = World.UseCases.EvidenceReport;

        var reading = await report.ReadAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None);
        var text = EvidenceReport.ToText(reading);

        Assert.Contains("complete and unchanged.", text, StringComparison.Ordinal);
        Assert.Contains($"annual-review of plan P1, due 2026-11-14, to {Mother} by Sms in es: Delivered", text, StringComparison.Ordinal);
        Assert.Contains("2026-10-14 13:00:00Z  AttemptStarted", text, StringComparison.Ordinal);
        // Ids only: neither names nor addresses of the family.
        foreach (var secret in (string[])["María", "Peña", "Ximena", "5125550142", "@example.org"])
        {
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        }

        using var json = System.Text.Json.JsonDocument.Parse(EvidenceReport.ToJson(reading));
        Assert.Equal(reading.Entries.Count, json.RootElement.GetProperty("entries").GetArrayLength());
        Assert.Equal(reading.Entries[^1].Hash, json.RootElement.GetProperty("entries")[reading.Entries.Count - 1].GetProperty("hash").GetString());
        Assert.True(json.RootElement.GetProperty("whole").GetBoolean());
    }

    private Task<EvidenceCheck> CheckAsync() =>
        World.UseCases.VerifyEvidence.RunAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None);
}
