namespace Notifier.Application.PlanDates.Importing;

/// <summary>Decides whether the folder changes what is stored of a student.</summary>
internal sealed class StudentChanges(string districtId, MissingRows unread)
{
    /// <returns>The change, or null when what is stored stays as it is.</returns>
    public StudentChange? Of(StudentPair pair)
    {
        var stored = pair.Stored is { Gone: false } ? pair.Stored : null;
        if (pair.Read is null)
        {
            // A rejected row that nobody can read may be this student's.
            return stored is null || unread.HasFlag(MissingRows.Students)
                ? null
                : new StudentChange { StudentId = pair.StudentId, Before = ToFile(stored), After = null, Content = "", Row = pair.Stored };
        }

        if (pair.Read.File is not { } read)
        {
            return null;
        }

        var missing = unread | pair.Read.Missing;
        var before = stored is not null && missing != MissingRows.None ? ToFile(stored) : null;
        var after = before is null ? read : KeptRows.Over(read, before, missing);
        var content = StudentFiles.Content(after);
        return stored is not null && stored.Version == ContentVersion.Of(content)
            ? null
            : new StudentChange
            {
                StudentId = pair.StudentId,
                Before = before ?? (stored is null ? null : ToFile(stored)),
                After = after,
                Content = content,
                Row = pair.Stored,
            };
    }

    /// <summary>What is stored of a student whom the import does not change; null: nothing.</summary>
    public StudentFile? Unchanged(StudentPair pair, StudentChange? change) =>
        change is not null || pair.Stored is not { Gone: false } stored ? null : pair.Read?.File ?? ToFile(stored);

    /// <summary>Where the student goes to school after the import.</summary>
    public static string SchoolOf(StudentPair pair) => pair.Read?.File?.Student.SchoolId ?? pair.Stored?.SchoolId ?? "";

    private StudentFile ToFile(StudentRow row) => StudentFiles.ToFile(districtId, row);
}
