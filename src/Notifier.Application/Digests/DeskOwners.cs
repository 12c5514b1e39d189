using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>Whose desk something stands on, by the staff list as it is now.</summary>
public static class DeskOwners
{
    private const string District = Recipient.DistrictContactId;

    /// <summary>Who hears of a case manager's plans as this audience: a staff id, or the district's contact.</summary>
    public static string Of(Audience audience, string caseManagerId, DistrictFile file, LocalDate today) =>
        StaffRecipients.AnswersFor(QuestionOf(audience, caseManagerId, file, today));

    public static StaffQuestion QuestionOf(Audience audience, string caseManagerId, DistrictFile file, LocalDate today) => new()
    {
        District = file.District,
        Staff = file.Staff,
        CaseManagerId = caseManagerId,
        SchoolId = file.Staff.FirstOrDefault(member => member.StaffId == caseManagerId)?.SchoolId,
        Audience = audience,
        On = today,
    };

    /// <summary>As which audiences somebody hears of another's plans; empty: not at all.</summary>
    public static IReadOnlyList<Audience> Above(string caseManagerId, string staffId, DistrictFile file, LocalDate today) =>
        [.. new[] { Audience.Supervisor, Audience.District }
            .Where(audience => Of(audience, caseManagerId, file, today) == staffId)];

    /// <summary>Whether it is worth looking: somebody's supervisor, or the district's contact.</summary>
    public static bool MayStandAbove(string staffId, DistrictFile file) =>
        staffId == District || file.Staff.Any(member =>
            member.SupervisorId == staffId || (member.StaffId == staffId && StaffRecipients.IsSupervisor(member)));

    /// <summary>A problem is the case manager's of its plan, whoever that was when it was opened.</summary>
    public static string OfProblem(ProblemRow problem, Plan? plan) => plan?.CaseManagerId ?? OwnerOr(problem.OwnerId);

    public static string OwnerOr(string ownerId) => ownerId.Length > 0 ? ownerId : District;
}
