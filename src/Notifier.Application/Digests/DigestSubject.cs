using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Subjects;
using Notifier.Application.DueDates;
using Notifier.Application.Notices;
using Notifier.Application.Problems;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Digests;

/// <summary>The overview of a day for one member of staff.</summary>
/// <param name="StaffId">Whose overview it is, whoever reads it.</param>
/// <param name="On">The day.</param>
/// <param name="Found">What it says.</param>
/// <param name="Rules">The district's.</param>
/// <param name="IsAddition">It says only what came up since the morning's.</param>
public sealed record DigestSubject(string StaffId, LocalDate On, DigestFound Found, DistrictRules Rules, bool IsAddition = false) : INoticeSubject
{
    public District District => Rules.File.District;

    /// <summary>It is about no plan of its own; this one only names whose overview it is.</summary>
    public Plan Plan => new()
    {
        PlanId = "",
        StudentId = NoticeDue.LedgerOfStaff(StaffId),
        Kind = PlanKind.Iep,
        CaseManagerId = StaffId,
    };

    public ToldMeeting? MeetingToldOf(Instant now) => null;

    public NoticeContent Compose(NoticeComposer composer, Recipient recipient, Instant now) => composer.Compose(FactsFor(recipient));

    public DigestFacts FactsFor(Recipient recipient) => new()
    {
        District = District,
        Recipient = recipient,
        InsteadOf = recipient.RecipientId == StaffId ? null : Rules.File.Staff.FirstOrDefault(member => member.StaffId == StaffId)?.Name ?? StaffId,
        Today = On,
        ActBy = DigestDays.ActBy(On, Rules),
        IsAddition = IsAddition,
        Lines = Found.Lines,
        Team = Found.Team,
        Meetings = Found.Meetings,
        Problems = [.. Found.Problems.Select(one => FactsOf(one, recipient))],
        ProblemsAreNews = DigestDays.BeginsWeek(On, Rules)
            || Found.Problems.Any(one => one.Row.OpenedAt > DigestDays.LastBefore(On, Rules)),
    };

    /// <summary>Tomorrow there is another one.</summary>
    public Instant UsefulUntil(Instant now) => District.TimeZone.AtStartOfDay(On.PlusDays(1)).ToInstant();

    public string WhyFor(Recipient recipient) => $"The overview of {On:uuuu-MM-dd} for {StaffId}.";

    private ProblemFacts FactsOf(FoundProblem one, Recipient recipient) => new()
    {
        District = District,
        Recipient = recipient,
        Wording = Wordings.StaffProblem,
        What = Sentence(one.Row.What.Length > 0 ? one.Row.What : ProblemWords.Of(one.Row.Kind)),
        Remedy = one.Row.Remedy,
        Student = one.Student,
        Plan = one.Plan,
        IsContradiction = one.Row.Kind == ProblemKind.DatesContradict,
        Today = On,
    };

    private static string Sentence(string text) => text.EndsWith('.') || text.EndsWith(':') ? text : text + ".";
}
