using Microsoft.Data.Sqlite;

namespace Notifier.Adapters.DistrictFolders;

/// <summary>
/// The rows of the folder while it is read, joined by id: a private SQLite database that spills to a temporary file when
/// it grows, so that memory does not, and that vanishes with its connection.
/// </summary>
internal sealed class ReadingTables : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF;
        PRAGMA cache_size = -24000;
        CREATE TABLE student (
            key TEXT PRIMARY KEY, id TEXT NOT NULL, line INTEGER NOT NULL, rejected INTEGER NOT NULL, missing INTEGER NOT NULL DEFAULT 0,
            first TEXT, last TEXT, birth INTEGER, grade TEXT, school TEXT) WITHOUT ROWID;
        CREATE TABLE contact (
            student TEXT NOT NULL, id TEXT NOT NULL, line INTEGER NOT NULL, name TEXT, relationship TEXT, language TEXT, email TEXT,
            phone TEXT, channels TEXT, consent INTEGER, receives INTEGER, zone TEXT, PRIMARY KEY (student, id)) WITHOUT ROWID;
        CREATE TABLE plan (
            id TEXT PRIMARY KEY, student TEXT, line INTEGER NOT NULL, rejected INTEGER NOT NULL, kind INTEGER, manager TEXT) WITHOUT ROWID;
        CREATE TABLE date (
            student TEXT NOT NULL, plan TEXT NOT NULL, kind INTEGER NOT NULL, day INTEGER NOT NULL, detail TEXT NOT NULL,
            line INTEGER NOT NULL, PRIMARY KEY (student, plan, kind, day, detail)) WITHOUT ROWID;
        CREATE TABLE accommodation (
            student TEXT NOT NULL, plan TEXT NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL,
            PRIMARY KEY (student, plan, kind, detail)) WITHOUT ROWID;
        CREATE TABLE left_out (
            student TEXT NOT NULL, file TEXT NOT NULL, plan TEXT NOT NULL, rows INTEGER NOT NULL, what TEXT NOT NULL,
            PRIMARY KEY (student, file, plan)) WITHOUT ROWID;
        BEGIN;
        """;

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    public ReadingTables()
    {
        connection = new SqliteConnection("Data Source=;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Schema;
        command.ExecuteNonQuery();
    }

    /// <summary>Ends the writing and makes the joins fast.</summary>
    public void Finish()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE INDEX plan_of_student ON plan (student, id); COMMIT;";
        command.ExecuteNonQuery();
    }

    /// <returns>How many rows were changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>The first row of a query, or null.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
        where T : struct
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    /// <summary>A query of its own, several of which may be open at once.</summary>
    public SqliteDataReader Stream(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteReader();
    }

    public void Dispose()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
            }

            commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
