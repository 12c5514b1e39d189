using Microsoft.Azure.Cosmos.Table;
using Notifier.Testing.Azurite;

namespace Notifier.Benchmarks.AzureTables;

/// <summary>Microsoft.Azure.Cosmos.Table doing the same.</summary>
internal sealed class CosmosTables(AzuriteAccount account) : ITableWork
{
    private readonly CloudTable table = new CloudTableClient(
        account.Endpoint, new StorageCredentials(account.Name, account.Key)).GetTableReference("Agenda");

    public string Name => "Cosmos.Table 1.0.8";

    public async Task PrepareAsync()
    {
        await table.CreateIfNotExistsAsync();
        for (var batch = 0; batch < 10; batch++)
        {
            await table.ExecuteBatchAsync(Inserts("stored", batch));
        }
    }

    public Task InsertAsync(int number) =>
        table.ExecuteAsync(TableOperation.Insert(Row($"single|{number % 16}", $"{number:D8}")));

    public Task TransactAsync(int number) => table.ExecuteBatchAsync(Inserts($"many|{number}", 0));

    public async Task QueryAsync(int number)
    {
        var query = new TableQuery<AgendaLikeEntity>().Where(
            TableQuery.GenerateFilterCondition("PartitionKey", QueryComparisons.Equal, "stored"));
        var count = 0;
        TableContinuationToken? next = null;
        do
        {
            var page = await table.ExecuteQuerySegmentedAsync(query, next);
            count += page.Results.Count(row => row.Step == 3);
            next = page.ContinuationToken;
        }
        while (next is not null);

        WorkCheck.IsThousand(count);
    }

    private static TableBatchOperation Inserts(string partition, int batch)
    {
        var inserts = new TableBatchOperation();
        for (var number = batch * 100; number < (batch * 100) + 100; number++)
        {
            inserts.Insert(Row(partition, $"{number:D8}"));
        }

        return inserts;
    }

    private static AgendaLikeEntity Row(string partition, string row) => new()
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
