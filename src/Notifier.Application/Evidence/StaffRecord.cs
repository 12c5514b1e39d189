namespace Notifier.Application.Evidence;

/// <summary>The digests of one member of staff: of which day, to whom, what became of each, and what it said.</summary>
public static class StaffRecord
{
    public static string ToText(EvidenceReading reading)
    {
        var page = new RecordPage();
        page.Line("RECORD OF DIGESTS");
        page.Line($"Member of staff: {reading.People.Name(reading.StaffId ?? "")}");
        RecordHead.AppendBasis(page, reading);
        page.Line("It names plans of students (34 CFR part 99, FERPA): for those of the district who may see all of their records.");
        page.Heading($"Digests, and what else went to this desk: {reading.Notices.Count}");
        foreach (var digest in reading.Notices)
        {
            NoticeRecord.Append(page, reading, digest with { Changes = "" }, "");
            AppendLines(page, reading, digest.Changes);
            page.Blank();
        }

        return page.ToString();
    }

    // The row keeps ids, plans and dates; the sentences were the mail's.
    private static void AppendLines(RecordPage page, EvidenceReading reading, string changes)
    {
        if (changes.Length == 0)
        {
            return;
        }

        page.Line("It said:", 1);
        foreach (var key in changes.Split(", "))
        {
            page.Line(StaffTold.LineOf(key, reading), 2);
        }
    }
}
