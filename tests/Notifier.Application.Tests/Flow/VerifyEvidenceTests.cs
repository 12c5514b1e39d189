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
    public async Task The_ledger_holds_ids_and_neither_names_nor_addresses()
    {
        await RunReminderDayAsync();

        var kept = string.Join('\n', [
            .. (await World.EvidenceAsync()).Select(row => row.ToString()), .. (await World.NoticesAsync()).Select(row => row.ToString())]);

        Assert.Contains("recipient=" + Mother, kept, StringComparison.Ordinal);
        foreach (var secret in (string[])["María", "Peña", "Ximena", "5125550142", "@example.org"])
        {
            Assert.DoesNotContain(secret, kept, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_document_keeps_every_field_that_programs_read()
    {
        await RunReminderDayAsync();

        var reading = await World.UseCases.EvidenceReport.ReadAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None);
        using var json = System.Text.Json.JsonDocument.Parse(EvidenceDocument.ToJson(reading));

        var root = json.RootElement;
        Assert.Superset(
            new HashSet<string> { "districtId", "studentId", "timeZone", "whole", "problem", "notices", "entries" },
            root.EnumerateObject().Select(one => one.Name).ToHashSet());
        Assert.Superset(
            new HashSet<string>
            {
                "noticeId", "planId", "obligation", "part", "dueOn", "step", "audience", "recipientId", "channel", "language", "outcome",
                "reason", "attempts", "about", "steps",
            },
            root.GetProperty("notices")[0].EnumerateObject().Select(one => one.Name).ToHashSet());
        var notice = root.GetProperty("notices").EnumerateArray().First(one => one.GetProperty("recipientId").GetString() == Mother);
        Assert.Equal(
            ("annual-review", "2026-11-14", "Sms", "es", "Delivered"),
            (notice.GetProperty("obligation").GetString(), notice.GetProperty("dueOn").GetString(), notice.GetProperty("channel").GetString(),
                notice.GetProperty("language").GetString(), notice.GetProperty("outcome").GetString()));
        Assert.Contains(notice.GetProperty("steps").EnumerateArray(), step => step.GetProperty("local").GetString() == "2026-10-14 08:00");
        Assert.Equal(reading.Entries.Count, root.GetProperty("entries").GetArrayLength());
        Assert.Equal(reading.Entries[^1].Hash, root.GetProperty("entries")[reading.Entries.Count - 1].GetProperty("hash").GetString());
        Assert.True(root.GetProperty("whole").GetBoolean());
    }

    private Task<EvidenceCheck> CheckAsync() =>
        World.UseCases.VerifyEvidence.RunAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None);
}
