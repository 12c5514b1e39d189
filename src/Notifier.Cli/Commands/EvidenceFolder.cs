using System.Text;
using Notifier.Application.Evidence;
using Notifier.Cli.CommandLine;

namespace Notifier.Cli.Commands;

/// <summary>
/// A folder of records: of each student and each member of staff one text and one JSON, and <c>index.csv</c> when all are
/// there. It holds personal records: on systems that know owners it is opened to its owner alone.
/// </summary>
internal sealed class EvidenceFolder
{
    private readonly string root;

    // Two ids that differ by case alone are one file on some systems.
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    private readonly StringBuilder index = new("kind,id,entries,whole,problem,files\r\n");

    private EvidenceFolder(string root) => this.root = root;

    public string Path => root;

    /// <exception cref="CommandException">It holds something already, or cannot be written.</exception>
    public static EvidenceFolder Prepare(string path)
    {
        var root = System.IO.Path.GetFullPath(path);
        try
        {
            if (File.Exists(root) || (Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any()))
            {
                throw CommandException.BadInput($"{root} holds something already, and records of two days must not be mixed. Name an empty or new folder with --out.");
            }

            _ = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(root)
                : Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return new EvidenceFolder(root);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failed($"{root} cannot be used: {cause.Message} Name another folder with --out.");
        }
    }

    /// <summary>Writes one record, as text and as JSON.</summary>
    public async Task WriteAsync(EvidenceReading reading, CancellationToken cancellationToken)
    {
        var (kind, id) = reading.StaffId is { } staffId ? ("staff", staffId) : ("student", reading.StudentId);
        var name = NameOf($"{kind}-{Uri.EscapeDataString(id)}");
        var text = (reading.StaffId is null ? AttemptRecord.ToText(reading) : StaffRecord.ToText(reading)) + EntryLines.ToText(reading);
        await PutAsync($"{name}.txt", text, cancellationToken);
        await PutAsync($"{name}.json", EvidenceDocument.ToJson(reading) + "\n", cancellationToken);
        Note(kind, id, reading.Check, name);
    }

    /// <summary>A student about whom there is no evidence.</summary>
    public void NoteWithout(string studentId) => Note("student", studentId, new EvidenceCheck(0, null), null);

    /// <summary>Ends the export: where there is no index, it was broken off.</summary>
    public Task FinishAsync(CancellationToken cancellationToken) => PutAsync("index.csv", index.ToString(), cancellationToken);

    private void Note(string kind, string id, EvidenceCheck check, string? name) =>
        index.AppendJoin(',', ((string[])
        [
            kind, id, check.Entries.ToString(System.Globalization.CultureInfo.InvariantCulture), check.IsWhole ? "yes" : "NO",
            check.Problem ?? "", name is null ? "" : $"{name}.txt {name}.json",
        ]).Select(Field)).Append("\r\n");

    private Task PutAsync(string name, string text, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(System.IO.Path.Combine(root, name), text, new UTF8Encoding(false), cancellationToken);

    private string NameOf(string wanted)
    {
        var name = wanted;
        for (var number = 2; !names.Add(name); number++)
        {
            name = $"{wanted}~{number}";
        }

        return name;
    }

    // A value that begins like a formula is not to be run by a spreadsheet.
    private static string Field(string value)
    {
        var safe = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{value}" : value;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
