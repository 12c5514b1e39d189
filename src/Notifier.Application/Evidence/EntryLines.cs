using System.Globalization;

namespace Notifier.Application.Evidence;

/// <summary>Every entry as it is kept, one line each: ids, codes and hashes, with UTC. What the record in words rests on.</summary>
public static class EntryLines
{
    public static string ToText(EvidenceReading reading)
    {
        var page = new RecordPage().Heading("Entry by entry, as kept");
        foreach (var entry in reading.Entries)
        {
            var ids = string.Join(' ', ((string[])[entry.PlanId, entry.AttemptId.Length > 0 ? entry.AttemptId : entry.NoticeId]).Where(id => id.Length > 0));
            page.Line(string.Create(
                CultureInfo.InvariantCulture, $"{entry.Sequence,5}  {entry.At:uuuu-MM-dd HH:mm:ss'Z'}  {entry.Kind,-17} {ids}  {entry.Detail}  #{entry.Hash}"));
        }

        return page.Blank().Line(Verdict(reading.Check)).ToString();
    }

    public static string Verdict(EvidenceCheck check) => check.IsWhole
        ? $"{check.Entries.ToString("N0", CultureInfo.InvariantCulture)} {(check.Entries == 1 ? "entry" : "entries")}; the record is whole."
        : $"The record is NOT whole: {check.Problem}";
}
