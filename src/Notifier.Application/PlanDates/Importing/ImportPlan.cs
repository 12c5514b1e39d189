namespace Notifier.Application.PlanDates.Importing;

/// <summary>Decides for each student what is written and sent.</summary>
internal sealed class ImportPlan(OpenImport import, string districtId)
{
    /// <returns>Null when there is nothing to do for this student.</returns>
    public ImportedStudent? For(StudentPair pair, StudentChange? change)
    {
        if (change is { Content.Length: > StudentFiles.LargestFile })
        {
            change = null;
        }

        if (change is null && pair.Stored is null)
        {
            return null;
        }

        var row = change is null ? null : Row(change);
        var rowImport = row?.Import ?? pair.Stored!.Import;
        var reasons = new List<string>(2);
        if (change is not null)
        {
            reasons.Add(change.IsGone ? "the student is no longer in the district's folder" : "the plan's record changed");
        }
        else if (pair.Stored!.Import >= import.Since)
        {
            // An import wrote this row and may have been cut off before it sent the change.
            reasons.Add("the plan's record changed");
        }

        var refreshed = (row ?? pair.Stored!) is { Gone: false } stands && import.Concerns(stands.SchoolId);
        if (refreshed)
        {
            reasons.Add(import.Head.RefreshReason);
        }

        if (reasons.Count == 0)
        {
            return null;
        }

        var message = new PlanChange { DistrictId = districtId, StudentId = pair.StudentId, Reason = string.Join("; ", reasons) };
        return new ImportedStudent(
            row, change is null ? null : change.Row?.ETag, PlanChangeMessage.Of(message, rowImport, refreshed ? import.Number : 0));
    }

    private StudentRow Row(StudentChange change)
    {
        // Who is gone keeps the row: its number is what makes the change be sent again after a crash.
        var row = new StudentRow
        {
            PartitionKey = StudentHeader.PartitionOf(districtId, change.StudentId),
            RowKey = StudentRow.Key,
            StudentId = change.StudentId,
            SchoolId = (change.After ?? change.Before!).Student.SchoolId,
            Version = change.After is null ? "" : ContentVersion.Of(change.Content),
            Import = import.Number,
            Gone = change.After is null,
        };
        return change.After is null ? row : row.WithBody(change.Content);
    }
}
