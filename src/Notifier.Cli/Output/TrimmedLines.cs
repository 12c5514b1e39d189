using System.Text;

namespace Notifier.Cli.Output;

/// <summary>Takes the blanks off the ends of lines, which only a terminal's cells are filled with.</summary>
public sealed class TrimmedLines(TextWriter inner) : TextWriter
{
    private readonly StringBuilder blanks = new();

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            blanks.Append(value);
            return;
        }

        if (value is not ('\r' or '\n'))
        {
            inner.Write(blanks);
        }

        blanks.Clear();
        inner.Write(value);
    }

    public override void Flush() => inner.Flush();
}
