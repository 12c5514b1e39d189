using System.Globalization;
using Notifier.Adapters.Sqlite;
using Notifier.Application.Storage;

namespace Notifier.CrashChild;

/// <summary>Keeps a ledger as the flow does: a head that counts, and rows that change with it in one transaction.</summary>
internal sealed class LedgerWriter(SqliteStore store, string name)
{
    private const string Filler = "This row is about as long as a row of the ledger: state, reason, ids and moments. ";

    private readonly IEntityTable table = store.Tables.Open("Ledger");

    public async Task RunAsync()
    {
        for (var number = 1; ; number++)
        {
            var head = await table.GetAsync(name, "head", ChildRows.Default.ChildRow, default);
            var changes = new List<TableChange>
            {
                head is null
                    ? TableChange.Insert(Row("head", number), ChildRows.Default.ChildRow)
                    : TableChange.Replace(head with { Number = number }, ChildRows.Default.ChildRow),
                TableChange.Insert(Row(Key("claim", number), number), ChildRows.Default.ChildRow),
                TableChange.Insert(Row(Key("evidence", number), number), ChildRows.Default.ChildRow),
            };
            if (number % 10 == 0)
            {
                // Every tenth takes back a claim: deletions are as durable as insertions.
                changes.Add(TableChange.Delete(name, Key("claim", number - 5), null));
            }

            if (await table.TransactAsync(changes, default) is { } refused)
            {
                throw new InvalidOperationException($"Change {refused} of {name} {number} was refused.");
            }

            Console.WriteLine($"wrote {name} {number}");
        }
    }

    private ChildRow Row(string key, int number) =>
        new() { PartitionKey = name, RowKey = key, Number = number, Text = string.Concat(Enumerable.Repeat(Filler, 6)) };

    private static string Key(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}|{number:D6}");
}
