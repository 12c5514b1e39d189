using System.Runtime.CompilerServices;

namespace Notifier.Testing;

/// <summary>The very words, kept in a file that people read and approve.</summary>
public static class Golden
{
    /// <summary>
    /// Compares with <c>Golden/NAME.approved.txt</c> beside the calling test. A difference writes
    /// <c>NAME.received.txt</c> and fails; whoever approves the new words renames that file.
    /// </summary>
    public static void Check(string name, string actual, [CallerFilePath] string testFile = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Golden");
        var approved = Path.Combine(folder, $"{name}.approved.txt");
        var received = Path.Combine(folder, $"{name}.received.txt");
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : null;
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(received, text);
        throw new GoldenException(
            $"The words of '{name}' are not the approved ones. Read {received}; if they are right, rename it to "
            + $"{Path.GetFileName(approved)}.{Environment.NewLine}{FirstDifference(expected ?? "", text)}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var lines = expected.Split('\n').Zip(actual.Split('\n')).Select((pair, index) => (pair.First, pair.Second, Line: index + 1));
        return lines.FirstOrDefault(one => one.First != one.Second) is { Line: > 0 } first
            ? $"Line {first.Line}: approved [{first.First}], received [{first.Second}]"
            : "One is longer than the other.";
    }
}
