using FsCheck;
using FsCheck.Fluent;
using Notifier.Application.Storage;

namespace Notifier.Adapters.Tests.Contracts;

/// <summary>Random sequences of operations, compared with a dictionary that does the same.</summary>
public abstract partial class EntityTableContract
{
    private int modelTables;

    /// <summary>
    /// False when an answer may be lost: whether a row that is gone was deleted by the lost attempt, or never there, leaves
    /// no trace. Then the sequences delete only rows that are there.
    /// </summary>
    protected virtual bool DeletionsOfNothingAreSeen => true;

    private enum Act
    {
        Read,
        Insert,
        Upsert,
        ReplaceWhatWasRead,
        DeleteAny,
        DeleteWhatWasRead,
    }

    [Fact]
    public void Any_sequence_of_operations_ends_as_in_a_dictionary()
    {
        var step =
            from act in Gen.Elements(Enum.GetValues<Act>())
            from partition in Gen.Elements("p", "q|2026-03-02")
            from row in Gen.Elements("a", "b", "B", "é")
            select (act, partition, row);
        var sequence =
            from steps in Gen.ListOf(Gen.Choose(1, 4).SelectMany(count => Gen.ListOf(step, count)), 12)
            select steps;

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(40),
            Prop.ForAll(sequence.ToArbitrary(), steps => EndsAsInADictionary(steps).GetAwaiter().GetResult()));
    }

    private async Task<bool> EndsAsInADictionary(
        IEnumerable<IEnumerable<(Act Act, string Partition, string Row)>> sequence)
    {
        var table = Tables.Open($"Model{Interlocked.Increment(ref modelTables)}");
        var model = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        var seen = new Dictionary<(string, string), (ContractRow Row, int Number)>();
        var number = 0;
        foreach (var group in sequence)
        {
            // One step is a single call; several are a transaction over the first one's partition.
            var partition = group.First().Partition;
            var changes = new List<TableChange>();
            var holds = new List<bool>();
            var effects = new List<Action>();
            if (!model.TryGetValue(partition, out var rows))
            {
                model[partition] = rows = new(StringComparer.Ordinal);
            }

            foreach (var (act, _, key) in group.DistinctBy(step => step.Row))
            {
                var next = Row(partition, key, "x") with { Number = ++number };
                var stands = rows.TryGetValue(key, out var current);
                var read = seen.TryGetValue((partition, key), out var was) ? was : default;
                switch (act)
                {
                    case Act.Read:
                        var found = await table.GetAsync(partition, key, Rows, default);
                        Assert.Equal(stands ? current : null, found?.Number);
                        if (found is not null)
                        {
                            seen[(partition, key)] = (found, current);
                        }

                        continue;
                    case Act.Insert:
                        changes.Add(TableChange.Insert(next, Rows));
                        holds.Add(!stands);
                        break;
                    case Act.Upsert:
                        changes.Add(TableChange.Upsert(next, Rows));
                        holds.Add(true);
                        break;
                    case Act.DeleteAny when stands || DeletionsOfNothingAreSeen:
                        changes.Add(TableChange.Delete(partition, key, null));
                        holds.Add(stands);
                        break;
                    case Act.ReplaceWhatWasRead when read.Row is not null:
                        changes.Add(TableChange.Replace(read.Row with { Number = next.Number }, Rows));
                        holds.Add(stands && current == read.Number);
                        break;
                    case Act.DeleteWhatWasRead when read.Row is not null && (stands || DeletionsOfNothingAreSeen):
                        changes.Add(TableChange.Delete(partition, key, read.Row.ETag));
                        holds.Add(stands && current == read.Number);
                        break;
                    default:
                        continue;
                }

                var written = next.Number;
                effects.Add(act is Act.DeleteAny or Act.DeleteWhatWasRead
                    ? () => rows.Remove(key)
                    : () => rows[key] = written);
            }

            if (changes.Count == 0)
            {
                continue;
            }

            var refused = holds.IndexOf(false);
            Assert.Equal(refused < 0 ? null : refused, await table.TransactAsync(changes, default));
            if (refused < 0)
            {
                effects.ForEach(effect => effect());
            }
        }

        var kept = new List<(string, string, int)>();
        await foreach (var row in table.QueryPartitionsAsync("a", "z", Rows, default))
        {
            kept.Add((row.PartitionKey, row.RowKey, row.Number));
        }

        Assert.Equal(model.SelectMany(p => p.Value.Select(r => (p.Key, r.Key, r.Value))), kept);
        return true;
    }
}
