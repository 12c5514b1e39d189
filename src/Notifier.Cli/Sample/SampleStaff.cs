using Notifier.PlanDates;

namespace Notifier.Cli.Sample;

/// <summary>Case managers and the supervisors they answer to, as <c>staff.csv</c> holds them.</summary>
public static class SampleStaff
{
    /// <summary>The case manager whose address the district forgot to record.</summary>
    public const string WithoutEmail = "CM-07";

    private static readonly string[] LastNames =
    [
        "Alvarado", "Bishop", "Chow", "Daniels", "Espinoza", "Foster", "Gallagher", "Huang", "Ibarra", "Jackson", "Keller",
        "Lozano", "Moreno", "Nash", "Obi", "Prescott", "Quintero", "Rossi", "Shah", "Tanaka",
    ];

    /// <summary>One director, one supervisor per level, and case managers shared among the schools.</summary>
    public static IReadOnlyList<StaffMember> All { get; } =
    [
        Member("DIR-1", "Margaret Thornton", "director", null, null),
        Member("SUP-1", "Reginald Okoye", "supervisor", "DIR-1", null),
        Member("SUP-2", "Pilar Montoya", "supervisor", "DIR-1", null),
        .. SampleSchools.All.SelectMany((school, place) => Enumerable.Range(0, 4).Select(turn => CaseManager(place * 4 + turn, school))),
    ];

    public static IReadOnlyList<StaffMember> CaseManagersOf(string schoolId) =>
        [.. All.Where(member => member.Role == "caseManager" && member.SchoolId == schoolId)];

    private static StaffMember CaseManager(int index, School school)
    {
        var id = FormattableString.Invariant($"CM-{index + 1:00}");
        var name = $"{SampleNames.Adults[index + 8]} {LastNames[index]}";
        var member = Member(id, name, "caseManager", index < 12 ? "SUP-1" : "SUP-2", school.SchoolId);
        return id == WithoutEmail ? member with { Email = "" } : member;
    }

    private static StaffMember Member(string id, string name, string role, string? supervisorId, string? schoolId) => new()
    {
        StaffId = id,
        Name = name,
        Email = SampleAddresses.StaffEmail(name),
        Phone = "+15125550100",
        Role = role,
        SupervisorId = supervisorId,
        SchoolId = schoolId,
    };
}
