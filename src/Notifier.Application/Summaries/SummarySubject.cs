using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Subjects;
using Notifier.Application.Digests;
using Notifier.Application.DueDates;
using Notifier.Application.Notices;
using Notifier.DueDates.Rates;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Summaries;

/// <summary>The summary of a week for one supervisor, or for the district's contact.</summary>
/// <param name="StaffId">Whose summary it is, whoever reads it.</param>
/// <param name="On">The day whose view it is.</param>
/// <param name="All">The rates of the whole district on that day.</param>
/// <param name="Rules">The district's.</param>
public sealed record SummarySubject(string StaffId, LocalDate On, IReadOnlyList<CaseloadRates> All, DistrictRules Rules) : INoticeSubject
{
    public District District => Rules.File.District;

    /// <summary>It is about no plan of its own; this one only names whose summary it is.</summary>
    public Plan Plan => new()
    {
        PlanId = "",
        StudentId = NoticeDue.LedgerOfStaff(StaffId),
        Kind = PlanKind.Iep,
        CaseManagerId = StaffId,
    };

    public ToldMeeting? MeetingToldOf(Instant now) => null;

    public NoticeContent Compose(NoticeComposer composer, Recipient recipient, Instant now) => composer.Compose(FactsFor(recipient));

    public SummaryFacts FactsFor(Recipient recipient)
    {
        var caseloads = All.Where(Concerns).ToList();
        return new()
        {
            District = District,
            Recipient = recipient,
            InsteadOf = recipient.RecipientId == StaffId ? null : NameOf(StaffId),
            Today = On,
            Week = SummaryDays.LookedBackOn(On, Rules),
            Year = RatePeriod.YearThrough(On),
            WeekRates = Together(caseloads.SelectMany(one => one.Week)),
            YearRates = Together(caseloads.SelectMany(one => one.Year)),
            Late = [.. caseloads.SelectMany(one => one.Late).Select(Line)],
            OpenCount = caseloads.Sum(one => one.OpenCount),
            Open = [.. caseloads.SelectMany(one => one.Open).Select(Line)],
        };

        SummaryLine Line(DutyCycle cycle) =>
            new(cycle, cycle.CaseManagerId == recipient.RecipientId ? "" : NameOf(cycle.CaseManagerId));
    }

    /// <summary>Until the week is over; then the next one is near.</summary>
    public Instant UsefulUntil(Instant now) =>
        District.TimeZone.AtStartOfDay(SummaryDays.MondayOf(On).PlusDays(7)).ToInstant();

    public string WhyFor(Recipient recipient) => $"The summary of the week for {StaffId}, of {On:uuuu-MM-dd}.";

    // Who supervises has the own plans in the summary, too.
    private bool Concerns(CaseloadRates rates) => StaffId == Recipient.DistrictContactId || rates.CaseManagerId == StaffId
        || DeskOwners.Of(Audience.Supervisor, rates.CaseManagerId, Rules.File, On) == StaffId;

    private static IReadOnlyList<OnTimeRate> Together(IEnumerable<OnTimeRate> rates)
    {
        var all = rates.ToList();
        return [.. RatedDuty.All.Select(duty => OnTimeRate.Together(duty, all))];
    }

    private string NameOf(string staffId) =>
        Rules.File.Staff.FirstOrDefault(member => member.StaffId == staffId)?.Name is { Length: > 0 } name ? name : staffId;
}
