using System.Text;

namespace Notifier.Adapters.Outbox;

/// <summary>Writes <c>index.html</c> and <c>index.csv</c>: who received what and why, as the files of the outbox have it.</summary>
public sealed class OutboxIndex(OutboxSettings settings)
{
    /// <returns>How many files the index lists.</returns>
    public async Task<int> RebuildAsync(CancellationToken cancellationToken)
    {
        var entries = OutboxReader.ReadAll(settings.Folder);
        Directory.CreateDirectory(settings.Folder);
        await ReplaceAsync("index.html", OutboxPage.Write(entries), cancellationToken);
        await ReplaceAsync("index.csv", Csv(entries), cancellationToken);
        return entries.Count;
    }

    private static string Csv(IReadOnlyList<OutboxEntry> entries)
    {
        var csv = new StringBuilder("date,kind,name,address,language,says,why,notice,file,hour\r\n");
        foreach (var entry in entries)
        {
            string[] fields =
            [
                entry.Date, entry.Kind, entry.Name, entry.Address, entry.Language, entry.Says, entry.Why, entry.NoticeId,
                entry.File, entry.Hour,
            ];
            csv.AppendJoin(',', fields.Select(Field)).Append("\r\n");
        }

        return csv.ToString();
    }

    // A value that begins like a formula is not to be run by a spreadsheet; a phone number begins with '+', too.
    private static string Field(string value)
    {
        var safe = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{value}" : value;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private async Task ReplaceAsync(string name, string text, CancellationToken cancellationToken)
    {
        var unfinished = Path.Combine(settings.Folder, $".{name}.part");
        await File.WriteAllTextAsync(unfinished, text, new UTF8Encoding(false), cancellationToken);
        File.Move(unfinished, Path.Combine(settings.Folder, name), overwrite: true);
    }
}
