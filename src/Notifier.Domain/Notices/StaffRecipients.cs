using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Notices;

/// <summary>The one person of the district who is told: case manager, else supervisor, else the district's contact.</summary>
public static class StaffRecipients
{
    private const string SupervisorRole = "supervisor";

    public static RecipientChoice For(RecipientQuestion question) => For(new StaffQuestion
    {
        District = question.District,
        Staff = question.Staff,
        CaseManagerId = question.CaseManagerId,
        SchoolId = question.Student.SchoolId,
        Audience = question.Audience,
        On = question.On,
        Closed = question.Closed,
    });

    public static RecipientChoice For(StaffQuestion question)
    {
        var passedOver = new List<string>();
        foreach (var (id, who, member) in Candidates(question))
        {
            if (Obstacle(member, id, question) is { } obstacle)
            {
                passedOver.Add($"{who}: {obstacle}");
                continue;
            }

            return Reached(ToRecipient(member!.StaffId, member.Name, member.Email, question.District, passedOver));
        }

        var contact = question.District.Policies.ContactEmail;
        return contact.Length > 0
            ? Reached(ToRecipient(Recipient.DistrictContactId, question.District.Name, contact, question.District, passedOver))
            : Nobody(passedOver);
    }

    /// <summary>Whose matter it is, whether this person can be told or not: a staff id, or the district's contact.</summary>
    public static string AnswersFor(StaffQuestion question) =>
        Candidates(question).Select(one => one.Id).FirstOrDefault() ?? Recipient.DistrictContactId;

    /// <summary>Whether somebody supervises by role, whoever names this person as supervisor.</summary>
    public static bool IsSupervisor(StaffMember member) => member.Role.Equals(SupervisorRole, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Id, string Who, StaffMember? Member)> Candidates(StaffQuestion question)
    {
        if (question.Audience == Audience.District)
        {
            yield break;
        }

        var caseManager = Find(question, question.CaseManagerId);
        if (question.Audience == Audience.CaseManager)
        {
            yield return (question.CaseManagerId, $"case manager {question.CaseManagerId}", caseManager);
        }

        if (caseManager?.SupervisorId is { Length: > 0 } supervisorId)
        {
            yield return (supervisorId, $"supervisor {supervisorId}", Find(question, supervisorId));
        }

        foreach (var member in OtherSupervisors(question, caseManager?.SupervisorId))
        {
            yield return (member.StaffId, $"supervisor {member.StaffId}", member);
        }
    }

    // Someone of the student's school first, then someone of the whole district.
    private static IEnumerable<StaffMember> OtherSupervisors(StaffQuestion question, string? already) =>
        question.Staff
            .Where(member => IsSupervisor(member) && member.StaffId != already
                && (string.IsNullOrEmpty(member.SchoolId) || member.SchoolId == question.SchoolId))
            .OrderBy(member => string.IsNullOrEmpty(member.SchoolId))
            .ThenBy(member => member.StaffId, StringComparer.Ordinal);

    private static StaffMember? Find(StaffQuestion question, string id) =>
        question.Staff.FirstOrDefault(member => member.StaffId == id);

    private static string? Obstacle(StaffMember? member, string id, StaffQuestion question) => member switch
    {
        null => "not in the staff list",
        _ when member.IsAway(question.On) => $"away until {member.AwayUntil:uuuu-MM-dd}",
        { Email: "" } => "no mail address on record",
        _ => question.Closed.FirstOrDefault(one => one.RecipientId == id && one.Channel == Channel.Email)?.Reason,
    };

    private static Recipient ToRecipient(string id, string name, string email, District district, List<string> passedOver) =>
        new()
        {
            RecipientId = id,
            Name = name,
            Language = "en",
            Channel = Channel.Email,
            Address = email,
            TimeZone = district.TimeZone,
            PassedOver = passedOver,
        };

    private static RecipientChoice Reached(Recipient recipient) => new() { Reached = [recipient], Unreached = [] };

    private static RecipientChoice Nobody(List<string> passedOver) => new()
    {
        Reached = [],
        Unreached =
        [
            new NoRecipient(
                null,
                $"Nobody of the district can be told ({string.Join("; ", passedOver.DefaultIfEmpty("no supervisor"))}). "
                + "Record a mail address in staff.csv, or policies.contactEmail in district.json."),
        ],
    };
}
