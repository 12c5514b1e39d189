using Notifier.Application.Storage;
using Notifier.PlanDates;
using static Notifier.Adapters.DistrictFolders.StoredForms;

namespace Notifier.Adapters.DistrictFolders;

/// <summary>Puts checked rows into <see cref="ReadingTables"/> and answers what later files ask of them.</summary>
internal sealed class FolderRows(ReadingTables tables)
{
    private string lastPlanId = "";
    private RowState? lastPlan;

    public RowState? Student(string studentId) => tables.First(
        "SELECT key, line, rejected FROM student WHERE key = $1",
        row => new RowState(row.GetString(0), row.GetInt32(1), row.GetBoolean(2)),
        StoreKey.Of(studentId));

    /// <summary>Many rows in a row ask for the same plan: the last answer is kept.</summary>
    public RowState? Plan(string planId)
    {
        if (planId != lastPlanId)
        {
            lastPlan = tables.First(
                "SELECT student, line, rejected FROM plan WHERE id = $1",
                row => new RowState(row.IsDBNull(0) ? "" : row.GetString(0), row.GetInt32(1), row.GetBoolean(2)),
                planId);
            lastPlanId = planId;
        }

        return lastPlan;
    }

    /// <summary>The line of the contact with this id, or null.</summary>
    public int? ContactLine(string studentKey, string contactId) => tables.First(
        "SELECT line FROM contact WHERE student = $1 AND id = $2", row => row.GetInt32(0), studentKey, contactId);

    public void Add(Student student, int line) => tables.Execute(
        "INSERT OR REPLACE INTO student (key, id, line, rejected, first, last, birth, grade, school) VALUES ($1, $2, $3, 0, $4, $5, $6, $7, $8)",
        StoreKey.Of(student.StudentId), student.StudentId, line, student.FirstName, student.LastName, DayOf(student.BirthDate),
        student.Grade, student.SchoolId);

    public void AddRejectedStudent(string studentId, int line) => tables.Execute(
        "INSERT OR IGNORE INTO student (key, id, line, rejected) VALUES ($1, $2, $3, 1)", StoreKey.Of(studentId), studentId, line);

    public void Add(Contact contact, int line) => tables.Execute(
        "INSERT INTO contact VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        StoreKey.Of(contact.StudentId), contact.ContactId, line, contact.Name, contact.Relationship, contact.Language, contact.Email,
        contact.Phone, ChannelsOf(contact.Channels), contact.TextConsentOn is { } day ? DayOf(day) : null, contact.ReceivesNotices,
        contact.TimeZone?.Id);

    public void Add(Plan plan, int line)
    {
        lastPlanId = "";
        tables.Execute(
            "INSERT OR REPLACE INTO plan VALUES ($1, $2, $3, 0, $4, $5)",
            plan.PlanId, StoreKey.Of(plan.StudentId), line, (int)plan.Kind, plan.CaseManagerId);
    }

    public void AddRejectedPlan(string planId, string? studentKey, int line)
    {
        lastPlanId = "";
        tables.Execute("INSERT OR IGNORE INTO plan (id, student, line, rejected) VALUES ($1, $2, $3, 1)", planId, studentKey, line);
    }

    /// <returns>False when the same date is there already.</returns>
    public bool Add(string studentKey, string planId, PlanDate date, int line) => tables.Execute(
        "INSERT OR IGNORE INTO date VALUES ($1, $2, $3, $4, $5, $6)", studentKey, planId, (int)date.Kind, DayOf(date.Date), date.Detail, line) > 0;

    /// <returns>False when the same accommodation is there already.</returns>
    public bool Add(string studentKey, Accommodation accommodation) => tables.Execute(
        "INSERT OR IGNORE INTO accommodation VALUES ($1, $2, $3, $4)",
        studentKey, accommodation.PlanId, accommodation.Kind, accommodation.Detail) > 0;
}
