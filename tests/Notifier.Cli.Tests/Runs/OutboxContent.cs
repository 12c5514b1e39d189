namespace Notifier.Cli.Tests.Runs;

/// <summary>Who was told what, read from the files of an outbox themselves: one line per file.</summary>
public static class OutboxContent
{
    /// <summary>
    /// Every file's words without what tells one attempt from the next; in order, repetitions kept. Of a digest its id:
    /// what it says depends on what else had been told by then.
    /// </summary>
    public static IReadOnlyList<string> Of(string dataFolder) =>
        [.. Files(dataFolder).Select(WithoutAttempt).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Files(string dataFolder)
    {
        var outbox = Path.Combine(dataFolder, "outbox");
        return Directory.Exists(outbox)
            ? [.. Directory.EnumerateFiles(outbox, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".eml" or ".txt")]
            : [];
    }

    // email-NOTICE-2.eml is the second attempt at a notice whose first left no file.
    private static string WithoutAttempt(string path)
    {
        var attempt = Path.GetFileNameWithoutExtension(path)[(Path.GetFileName(path).IndexOf('-', StringComparison.Ordinal) + 1)..];
        var notice = attempt[..attempt.LastIndexOf('-')];
        var words = File.ReadAllText(path);
        return words.Contains("    Do first: ", StringComparison.Ordinal)
            ? $"digest {notice}"
            : words.Replace(attempt, notice, StringComparison.Ordinal);
    }
}
