using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.Storage;
using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>Every version of every schedule change, by change and by day. Rows are only ever added.</summary>
public sealed class KeptScheduleChanges(IEntityTables tables)
{
    private readonly IEntityTable table = tables.Open("ScheduleChanges");

    /// <summary>Keeps one version. Doing it again adds nothing.</summary>
    public async Task KeepAsync(ScheduleChange change, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetString(ScheduleChangeText.Write(change));
        var partition = StoreKey.Of(change.DistrictId);
        var id = StoreKey.Of(change.ChangeId);
        var version = change.Version.ToString("D9", CultureInfo.InvariantCulture);
        var date = LocalDatePattern.Iso.Format(change.Date);
        await table.TransactAsync(
            [
                TableChange.Upsert(
                    new ScheduleChangeRow { PartitionKey = partition, RowKey = $"change|{id}|{version}|{StableId.Of(body)[..8]}", Body = body },
                    ScheduleChangeJson.Default.ScheduleChangeRow),
                TableChange.Upsert(
                    new ChangedDayRow { PartitionKey = partition, RowKey = $"day|{date}|{id}", Date = date, ChangeId = change.ChangeId },
                    ScheduleChangeJson.Default.ChangedDayRow),
            ],
            cancellationToken);
    }

    /// <summary>All versions of one change, in any order.</summary>
    public async Task<IReadOnlyList<ScheduleChange>> OfChangeAsync(
        string districtId, string changeId, CancellationToken cancellationToken)
    {
        var versions = new List<ScheduleChange>();
        await foreach (var row in table.QueryAsync(
            StoreKey.Of(districtId), RowRange.StartingWith($"change|{StoreKey.Of(changeId)}|"),
            ScheduleChangeJson.Default.ScheduleChangeRow, cancellationToken))
        {
            versions.Add(ScheduleChangeText.Read(row.Body));
        }

        return versions;
    }

    /// <summary>All versions of every change of which any version ever named the day.</summary>
    public async Task<IReadOnlyList<ScheduleChange>> OfDayAsync(
        string districtId, LocalDate on, CancellationToken cancellationToken)
    {
        var versions = new List<ScheduleChange>();
        await foreach (var row in table.QueryAsync(
            StoreKey.Of(districtId), RowRange.StartingWith($"day|{LocalDatePattern.Iso.Format(on)}|"),
            ScheduleChangeJson.Default.ChangedDayRow, cancellationToken))
        {
            versions.AddRange(await OfChangeAsync(districtId, row.ChangeId, cancellationToken));
        }

        return versions;
    }

    /// <summary>The days, from one on, that any change ever named.</summary>
    public async Task<IReadOnlyList<LocalDate>> DaysAsync(string districtId, LocalDate from, CancellationToken cancellationToken)
    {
        var days = new List<LocalDate>();
        await foreach (var row in table.QueryAsync(
            StoreKey.Of(districtId), new RowRange($"day|{LocalDatePattern.Iso.Format(from)}", "day}"),
            ScheduleChangeJson.Default.ChangedDayRow, cancellationToken))
        {
            days.Add(LocalDatePattern.Iso.Parse(row.Date).Value);
        }

        return [.. days.Distinct()];
    }
}
