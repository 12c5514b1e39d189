using System.Text;
using Notifier.Application.Evidence;

namespace Notifier.Adapters.Outbox;

/// <summary>The outbox, read back by attempt: what evidence proves the words of. Looks at the folder once.</summary>
public sealed class OutboxFiles(OutboxSettings settings) : ISentFiles
{
    private readonly Lazy<Dictionary<string, string>> paths = new(() => Directory.Exists(settings.Folder)
        ? Directory.EnumerateDirectories(settings.Folder)
            .SelectMany(Directory.EnumerateFiles)
            .Where(path => Path.GetExtension(path) is ".eml" or ".txt" && Path.GetFileName(path).Contains('-', StringComparison.Ordinal))
            .GroupBy(AttemptOf, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal)
        : []);

    /// <inheritdoc/>
    public SentFile? Find(string attemptId)
    {
        if (!paths.Value.TryGetValue(attemptId, out var path))
        {
            return null;
        }

        var content = File.ReadAllText(path, Encoding.UTF8);
        using var reader = new StringReader(content);
        var fields = OutboxReader.ReadFields(reader);
        var name = Path.GetRelativePath(settings.Folder, path).Replace('\\', '/');
        return Path.GetExtension(path) == ".txt"
            ? new SentFile(name, "", WithoutLastBreak(reader.ReadToEnd()), null)
            : new SentFile(
                name, OutboxReader.Value(fields, "Subject"), MailFile.ReadPart(content, "text/plain") ?? "",
                MailFile.ReadPart(content, "text/html"));
    }

    // email-ATTEMPT.eml, text-ATTEMPT.txt; an attempt's id has a dash of its own.
    private static string AttemptOf(string path) => Path.GetFileNameWithoutExtension(path).Split('-', 2)[1];

    private static string WithoutLastBreak(string text) => text.EndsWith('\n') ? text[..^1] : text;
}
