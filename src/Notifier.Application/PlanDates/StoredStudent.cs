using Notifier.PlanDates;

namespace Notifier.Application.PlanDates;

/// <summary>A student's file as it is written: each fact once.</summary>
internal sealed record StoredStudent
{
    public required Student Student { get; init; }

    public required IReadOnlyList<StoredPlan> Plans { get; init; }

    public required IReadOnlyList<Contact> Contacts { get; init; }

    public required IReadOnlyList<Accommodation> Accommodations { get; init; }

    /// <summary>Null: none, as in nearly every file.</summary>
    public IReadOnlyList<StudentGap>? Gaps { get; init; }

    public static StoredStudent Of(StudentFile file) => new()
    {
        Student = file.Student,
        Plans = [.. file.Plans.Select(plan => new StoredPlan { Plan = plan.Plan, Dates = plan.Dates })],
        Contacts = file.Contacts,
        Accommodations = file.Accommodations,
        Gaps = file.Gaps.Count == 0 ? null : file.Gaps,
    };

    public StudentFile ToFile(string districtId, string version) => new()
    {
        DistrictId = districtId,
        Student = Student,
        Plans = [.. Plans.Select(plan => new PlanRecord { Plan = plan.Plan, Student = Student, Dates = plan.Dates })],
        Contacts = Contacts,
        Accommodations = Accommodations,
        Gaps = Gaps ?? [],
        Version = version,
    };
}
