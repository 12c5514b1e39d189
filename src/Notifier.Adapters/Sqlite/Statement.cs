using Microsoft.Data.Sqlite;

namespace Notifier.Adapters.Sqlite;

/// <summary>A prepared statement with parameters <c>$1</c>, <c>$2</c> ...; for one connection, so for one thread at a time.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand command;

    public Statement(SqliteConnection connection, string sql)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; sql.Contains($"${number}", StringComparison.Ordinal); number++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${number}" });
        }
    }

    /// <returns>How many rows were changed.</returns>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteNonQuery();
    }

    /// <remarks>The reader must be disposed before the statement is used again.</remarks>
    public SqliteDataReader Query(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteReader();
    }

    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters[at].Value = values[at] ?? DBNull.Value;
        }
    }
}
