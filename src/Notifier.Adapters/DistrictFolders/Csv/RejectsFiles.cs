using System.Globalization;
using System.Text;
using CsvHelper;

namespace Notifier.Adapters.DistrictFolders.Csv;

/// <summary>
/// Keeps every rejected row word for word, with its line and the reason, in <c>FILE.rejects.csv</c>: columns
/// <c>line, why, row</c>. Without a folder it keeps nothing.
/// </summary>
internal sealed class RejectsFiles : IDisposable
{
    private readonly string? folder;
    private readonly Dictionary<string, CsvWriter> writers = new(StringComparer.Ordinal);

    /// <param name="folder">Where; null: nowhere. Rejects of an earlier reading are removed.</param>
    /// <param name="files">The files that may have rejects.</param>
    public RejectsFiles(string? folder, IEnumerable<string> files)
    {
        this.folder = folder;
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            foreach (var file in files)
            {
                File.Delete(PathOf(folder, file));
            }
        }
    }

    public static string PathOf(string folder, string file) =>
        Path.Combine(folder, Path.GetFileNameWithoutExtension(file) + ".rejects.csv");

    public void Add(string file, int line, string why, string row)
    {
        if (folder is null)
        {
            return;
        }

        if (!writers.TryGetValue(file, out var writer))
        {
            writer = Open(PathOf(folder, file));
            writers.Add(file, writer);
        }

        writer.WriteRecord([line.ToString(CultureInfo.InvariantCulture), why, row]);
    }

    public void Dispose()
    {
        foreach (var writer in writers.Values)
        {
            writer.Dispose();
        }
    }

    private static CsvWriter Open(string path)
    {
        // The rows name children: nobody but the one who imports reads them.
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var writer = CsvWriter.Create(new StreamWriter(path, new UTF8Encoding(false), options), CsvWriterOptions.Default, leaveOpen: false);
        writer.WriteRecord(["line", "why", "row"]);
        return writer;
    }
}
