namespace Notifier.Application.PlanDates.Importing;

/// <summary>Decides whether the folder changes what is stored of a student.</summary>
internal sealed class StudentChanges(IDistrictReading reading)
{
    private readonly MissingRows unread = reading.Unread;
    private readonly PlansGone plansGone = new(reading.NamesPlan);

    /// <returns>The change, or null when what is stored stays as it is.</returns>
    public StudentChange? Of(StudentPair pair)
    {
        var stored = pair.Stored is { Gone: false } ? pair.Stored : null;
        return pair.Read switch
        {
            null => Gone(pair, stored),
            { File: { } file } read => Read(pair, stored, read, file),
            { } rejected => Rejected(pair, stored, rejected),
        };
    }

    /// <summary>What is stored of a student whom the import does not change; null: nothing.</summary>
    public StudentFile? Unchanged(StudentPair pair, StudentChange? change) =>
        change is not null || pair.Stored is not { Gone: false } stored ? null : pair.Read?.File ?? ToFile(stored);

    /// <summary>Where the student goes to school after the import.</summary>
    public static string SchoolOf(StudentPair pair) => pair.Read?.File?.Student.SchoolId ?? pair.Stored?.SchoolId ?? "";

    private StudentChange? Read(StudentPair pair, StudentRow? stored, ReadStudent read, StudentFile file)
    {
        var missing = unread | read.Missing;
        var after = file with { Gaps = read.Gaps };
        if (stored is null)
        {
            return ChangeTo(after, null, pair, stored);
        }

        // Most students are as they were: what is stored is not even unpacked.
        if (missing == MissingRows.None && stored.Version == ContentVersion.Of(StudentFiles.Content(after)))
        {
            return null;
        }

        var before = ToFile(stored);
        after = KeptRows.Over(after, before, missing, read.Missing.HasFlag(MissingRows.Dates) ? null : reading.UnreadDateKinds);
        return ChangeTo(after with { Gaps = [.. after.Gaps, .. plansGone.Of(before, after.Plans)] }, before, pair, stored);
    }

    // Nothing of the student is read, so nothing is taken away; that the row was left out is on record.
    private StudentChange? Rejected(StudentPair pair, StudentRow? stored, ReadStudent read)
    {
        if (stored is null)
        {
            return null;
        }

        var before = ToFile(stored);
        return ChangeTo(before with { Gaps = [.. read.Gaps, .. plansGone.Of(before, before.Plans)] }, before, pair, stored);
    }

    private StudentChange? Gone(StudentPair pair, StudentRow? stored)
    {
        // A rejected row that nobody can read may be this student's.
        if (stored is null || unread.HasFlag(MissingRows.Students))
        {
            return null;
        }

        var before = ToFile(stored);
        var gaps = plansGone.Of(before, []);
        return gaps.Count > 0
            ? ChangeTo(before with { Plans = [], Contacts = [], Accommodations = [], Gaps = gaps }, before, pair, stored, isGone: true)
            : new StudentChange { StudentId = pair.StudentId, Before = before, After = null, Content = "", Row = pair.Stored, IsGone = true };
    }

    private static StudentChange? ChangeTo(
        StudentFile after, StudentFile? before, StudentPair pair, StudentRow? stored, bool isGone = false)
    {
        var content = StudentFiles.Content(after);
        return stored is not null && stored.Version == ContentVersion.Of(content)
            ? null
            : new StudentChange
            {
                StudentId = pair.StudentId,
                Before = before is { IsGone: true } ? null : before,
                After = after,
                Content = content,
                Row = pair.Stored,
                IsGone = isGone,
            };
    }

    private StudentFile ToFile(StudentRow row) => StudentFiles.ToFile(reading.District!.District.DistrictId, row);
}
