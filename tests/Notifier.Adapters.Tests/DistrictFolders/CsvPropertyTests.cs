using System.Text;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using Notifier.Adapters.DistrictFolders.Csv;

namespace Notifier.Adapters.Tests.DistrictFolders;

public class CsvPropertyTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void Whatever_CsvHelper_writes_reads_back() =>
        Check.One(Often, Prop.ForAll(Rows().ToArbitrary(), rows =>
        {
            var text = new StringWriter();
            using (var writer = CsvWriter.Create(text, CsvWriterOptions.Default, leaveOpen: true))
            {
                foreach (var row in rows)
                {
                    writer.WriteRecord(row);
                }
            }

            var read = Read(Encoding.UTF8.GetBytes(text.ToString()), fields: 3);
            return read.TrueForAll(record => record.Fault is null) && read.Select(record => record.Fields.ToArray()).SequenceEqual(rows, new SameRow());
        }));

    [Fact]
    public void Random_bytes_between_good_rows_lose_none_of_them() =>
        Check.One(Often, Prop.ForAll(Noise().ToArbitrary(), noise =>
        {
            byte[] bytes = [.. "a,b,c\n"u8, .. noise.Take(noise.Length / 2), .. "\ngood,row,1\n"u8, .. noise.Skip(noise.Length / 2), .. "\ngood,row,2\n"u8];

            var read = Read(bytes, fields: 3);

            return read.Count(record => record.Fault is null && record.Fields is ["good", "row", "1" or "2"]) == 2;
        }));

    [Fact]
    public void Every_line_of_the_file_is_in_exactly_one_record() =>
        Check.One(Often, Prop.ForAll(Noise().ToArbitrary(), noise =>
        {
            var lines = new CsvLines(new MemoryStream(noise));
            var texts = new List<CsvLine>();
            while (lines.Read() is { } line)
            {
                texts.Add(line);
            }

            var records = Read(noise, fields: 3);
            var covered = records.SelectMany(record => Enumerable.Range(record.Line, 1 + LineEndsIn(record.Raw))).ToList();
            var blank = texts.Where(line => line.Fault is null && line.Text.AsSpan().IndexOfAnyExcept(" \t,") < 0).Select(line => line.Number);
            return covered.Distinct().Count() == covered.Count && texts.Select(line => line.Number).Except(blank).All(covered.Contains);
        }));

    private static int LineEndsIn(string raw) =>
        raw.Replace("\r\n", "\n", StringComparison.Ordinal).Count(c => c is '\n' or '\r');

    private static List<CsvRecord> Read(byte[] bytes, int fields)
    {
        var records = new CsvRecords(new CsvLines(new MemoryStream(bytes))) { Fields = fields };
        var all = new List<CsvRecord>();
        while (records.Read() is { } record)
        {
            all.Add(record);
        }

        return all;
    }

    // Letters, the characters that matter, and a few from beyond the first plane. A text over several lines has no
    // comma here: with commas one of its lines may be a row by itself, and then it is taken for a stray quote.
    private static Gen<string> Text(params string[] more) =>
        Gen.Elements([" ", "a", "B", "\"", "\"\"", ";", "ñ", "漢", "😀", "'", "\t", "0", .. more]).ListOf().Select(string.Concat);

    // The first field is never blank, so that no row is a blank line.
    private static Gen<string[][]> Rows()
    {
        var field = Gen.OneOf(Text(","), Text("\n", "\r\n", "\r"));
        return (from first in Text(",") from second in field from third in field select new[] { "x" + first, second, third }).ArrayOf();
    }

    private static Gen<byte[]> Noise() => Gen.OneOf(
        ArbMap.Default.GeneratorFor<byte>().ArrayOf(),
        Gen.Elements("\"", ",", "\n", "\r", "a", "\"\"", "good", "é", "\0").ListOf().Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts))),
        Gen.Elements<byte>((byte)'"', (byte)',', (byte)'\n', 0xC3, 0xFF, 0, (byte)'a').ArrayOf());

    private sealed class SameRow : IEqualityComparer<string[]>
    {
        public bool Equals(string[]? x, string[]? y) => x!.SequenceEqual(y!);

        public int GetHashCode(string[] obj) => 0;
    }
}
