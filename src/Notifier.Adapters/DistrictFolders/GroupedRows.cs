using Microsoft.Data.Sqlite;

namespace Notifier.Adapters.DistrictFolders;

/// <summary>Rows in the order of their first column, taken group by group.</summary>
internal sealed class GroupedRows(SqliteDataReader rows) : IDisposable
{
    private bool any = rows.Read();

    /// <summary>The rows of this group; groups before it are passed over, so ask in ascending order.</summary>
    public List<T> Of<T>(string group, Func<SqliteDataReader, T> read)
    {
        var found = new List<T>();
        for (var order = Order(group); any && order <= 0; order = Order(group))
        {
            if (order == 0)
            {
                found.Add(read(rows));
            }

            any = rows.Read();
        }

        return found;
    }

    public void Dispose() => rows.Dispose();

    // Keys are ASCII, so the database's order is the ordinal one.
    private int Order(string group) => any ? string.CompareOrdinal(rows.GetString(0), group) : 1;
}
