using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Notifier.Adapters.DistrictFolders.Csv;

/// <summary>
/// The lines of a file in strict UTF-8, a byte-order mark tolerated. A line that is no UTF-8 or too long is one faulty
/// line and no end of the reading. Lines end with LF, CR LF or CR.
/// </summary>
internal sealed class CsvLines(Stream stream)
{
    private const int BufferSize = 64 * 1024;

    private readonly byte[] buffer = new byte[BufferSize];
    private readonly ArrayBufferWriter<byte> kept = new();
    private int position;
    private int filled;
    private int number;
    private bool tooLong;

    /// <returns>The next line, or null at the end of the file.</returns>
    public CsvLine? Read()
    {
        kept.ResetWrittenCount();
        tooLong = false;
        if (number == 0)
        {
            SkipByteOrderMark();
        }

        var any = false;
        while (Fill())
        {
            any = true;
            var rest = buffer.AsSpan(position, filled - position);
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            Keep(end < 0 ? rest : rest[..end]);
            if (end < 0)
            {
                position = filled;
                continue;
            }

            position += end + 1;
            return Finish(rest[end] == '\n' ? "\n" : TakeLineFeed() ? "\r\n" : "\r");
        }

        return any ? Finish("") : null;
    }

    private static CsvFault NotUtf8(ReadOnlySpan<byte> line)
    {
        var column = 1;
        for (var rest = line; ; column++)
        {
            if (Rune.DecodeFromUtf8(rest, out _, out var length) != OperationStatus.Done)
            {
                return new CsvFault(
                    $"byte 0x{rest[0]:X2} at character {column} is not UTF-8",
                    "Export the file again as \"CSV UTF-8\"; accented letters were saved in another encoding");
            }

            rest = rest[length..];
        }
    }

    private CsvLine Finish(string end)
    {
        number++;
        var bytes = kept.WrittenSpan;
        if (tooLong)
        {
            return new CsvLine(number, Encoding.Latin1.GetString(bytes[..1000]) + "...", end, new CsvFault(
                $"the line is longer than {CsvLimits.LongestLine:N0} bytes",
                "Shorten it; a missing line break or quote may have joined many rows into one"));
        }

        return Utf8.IsValid(bytes)
            ? new CsvLine(number, Encoding.UTF8.GetString(bytes), end, null)
            : new CsvLine(number, Encoding.Latin1.GetString(bytes), end, NotUtf8(bytes));
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (kept.WrittenCount + bytes.Length > CsvLimits.LongestLine)
        {
            tooLong = true;
            bytes = bytes[..Math.Max(0, CsvLimits.LongestLine - kept.WrittenCount)];
        }

        kept.Write(bytes);
    }

    private bool TakeLineFeed()
    {
        if (!Fill() || buffer[position] != '\n')
        {
            return false;
        }

        position++;
        return true;
    }

    private void SkipByteOrderMark()
    {
        if (Fill() && buffer.AsSpan(position, filled - position).StartsWith(Encoding.UTF8.Preamble))
        {
            position += Encoding.UTF8.Preamble.Length;
        }
    }

    private bool Fill()
    {
        if (position < filled)
        {
            return true;
        }

        // At least the mark's three bytes come together, whatever the stream gives at a time.
        (position, filled) = (0, stream.ReadAtLeast(buffer, 3, throwOnEndOfStream: false));
        return filled > 0;
    }
}
