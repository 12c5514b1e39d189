using System.Text;

namespace Notifier.Application.Evidence;

/// <summary>The lines of a record, each at its depth. Nothing is cut to a width: what people wrote is there whole.</summary>
public sealed class RecordPage
{
    private const int Deeper = 3;

    private readonly StringBuilder text = new();

    public RecordPage Line(string line, int depth = 0)
    {
        text.Append(' ', depth * Deeper).AppendLine(PlainText.OneLine(line));
        return this;
    }

    /// <summary>A heading, with a blank line before it.</summary>
    public RecordPage Heading(string heading)
    {
        text.AppendLine().AppendLine(heading).Append('-', heading.Length).AppendLine();
        return this;
    }

    public RecordPage Blank()
    {
        text.AppendLine();
        return this;
    }

    /// <summary>Words of others, line by line, each with a bar before it: where they begin and end is plain.</summary>
    public RecordPage Quote(string words, int depth)
    {
        foreach (var line in PlainText.Lines(words))
        {
            text.Append(' ', depth * Deeper).AppendLine($"| {line}".TrimEnd());
        }

        return this;
    }

    public override string ToString() => text.ToString();
}
