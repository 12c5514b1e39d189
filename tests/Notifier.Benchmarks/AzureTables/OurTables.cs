using NodaTime;
using Notifier.Adapters.AzureTables;
using Notifier.Application.Storage;
using Notifier.Testing.Azurite;

namespace Notifier.Benchmarks.AzureTables;

/// <summary>The adapter of this project.</summary>
internal sealed class OurTables(AzuriteAccount account) : ITableWork
{
    private readonly IEntityTable table = AzureStore.Open(
        new AzureStoreOptions { Account = account.Name, Endpoint = account.Endpoint, EmulatorKey = account.Key },
        SystemClock.Instance).Open("Agenda");

    public string Name => "Notifier";

    public async Task PrepareAsync()
    {
        for (var batch = 0; batch < 10; batch++)
        {
            await table.TransactAsync(Inserts("stored", batch), default);
        }
    }

    public async Task InsertAsync(int number)
    {
        if (!await table.InsertAsync(Row($"single|{number % 16}", $"{number:D8}"), AgendaLikeRows.Default.AgendaLikeRow, default))
        {
            throw new InvalidOperationException("The row was there.");
        }
    }

    public async Task TransactAsync(int number)
    {
        if (await table.TransactAsync(Inserts($"many|{number}", 0), default) is not null)
        {
            throw new InvalidOperationException("A row was there.");
        }
    }

    public async Task QueryAsync(int number)
    {
        var count = 0;
        await foreach (var row in table.QueryAsync("stored", RowRange.All, AgendaLikeRows.Default.AgendaLikeRow, default))
        {
            count += row.Step == 3 ? 1 : 0;
        }

        WorkCheck.IsThousand(count);
    }

    private static List<TableChange> Inserts(string partition, int batch) =>
    [
        .. Enumerable.Range(batch * 100, 100)
            .Select(number => TableChange.Insert(Row(partition, $"{number:D8}"), AgendaLikeRows.Default.AgendaLikeRow)),
    ];

    private static AgendaLikeRow Row(string partition, string row) => new()
    {
        PartitionKey = partition,
        RowKey = row,
        StudentId = "S-100200",
        PlanId = "P-100200-2",
        Obligation = "annual-review",
        DueOn = "2026-03-02",
        Audience = "caseManager",
        Reason = "Reminder 14 days before the annual review of the plan is due.",
        Step = 3,
        IsLast = true,
    };
}
