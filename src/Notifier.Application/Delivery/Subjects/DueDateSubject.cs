using NodaTime;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.DueDates;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.Notices;
using Notifier.Obligations;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Delivery.Subjects;

/// <summary>What a reminder is about, gathered from the files for whoever puts it into words.</summary>
/// <param name="Student">The student's file.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Due">The due date as computed now.</param>
/// <param name="Reminder">The rung, on its day.</param>
/// <param name="Rules">The district's.</param>
public sealed record DueDateSubject(
    StudentFile Student, Plan Plan, DueDate Due, Reminder Reminder, DistrictRules Rules) : IMeetingSubject
{
    /// <inheritdoc/>
    public MeetingMessage? MeetingMessage { get; private init; }

    /// <summary>For a text: whether it says who writes and how to end texts.</summary>
    public bool IsFirstText { get; init; } = true;

    /// <summary>For staff: what the family was told already, in a full sentence.</summary>
    public string FamilyTold { get; init; } = "";

    public District District => Rules.File.District;

    public NoticeContent Compose(NoticeComposer composer, Recipient recipient, Instant now) =>
        composer.Compose(FactsFor(recipient, now));

    public ToldMeeting? MeetingToldOf(Instant now) =>
        Reminder.Audience == Audience.Family && Due.Obligation == ObligationIds.MeetingNotice
            ? ToldMeeting.Of(Meeting(District.Today(now)) ?? new MeetingFacts { On = Due.StartedOn })
            : null;

    /// <summary>The meeting that a notice of a meeting counts back from.</summary>
    public MeetingFacts? MeetingOfNotice => Due.Obligation == ObligationIds.MeetingNotice
        ? MeetingMove.Planned(Record).FirstOrDefault(meeting => meeting.On == Due.StartedOn) ?? new MeetingFacts { On = Due.StartedOn }
        : null;

    public MeetingQuestion? QuestionAt(Instant now) =>
        Reminder.Audience == Audience.Family && MeetingOfNotice is { } meeting
            ? new MeetingQuestion
            {
                DistrictId = Student.DistrictId,
                StudentId = Student.Student.StudentId,
                Plan = Record,
                Meeting = meeting,
                RungOn = Reminder.On,
                Zone = District.TimeZone,
                Now = now,
            }
            : null;

    public IMeetingSubject Saying(MeetingMessage message, MeetingFacts meeting) => this with { MeetingMessage = message };

    public IMeetingSubject AsFirstText(bool isFirst) => this with { IsFirstText = isFirst };

    private PlanRecord Record => Student.Plans.First(plan => plan.Plan.PlanId == Plan.PlanId);

    private NoticeFacts FactsFor(Recipient recipient, Instant now) =>
        new()
        {
            District = District,
            School = Rules.File.Schools.FirstOrDefault(school => school.SchoolId == Student.Student.SchoolId)
                ?? new School { SchoolId = Student.Student.SchoolId, Name = District.Name },
            Student = Student.Student,
            Plan = Plan,
            DueDate = Due,
            Audience = Reminder.Audience,
            Recipient = recipient,
            Today = now.InZone(recipient.TimeZone).Date,
            CaseManager = Rules.File.Staff.FirstOrDefault(member => member.StaffId == Plan.CaseManagerId),
            Why = Reminder.Audience == Audience.Family ? [] : Why(District.Today(now)),
            Meeting = Meeting(District.Today(now)),
            PlannedMeeting = PlannedMeeting.IsFor(Due.Obligation)
                ? PlannedMeetings.For(Due, Record, StudentDueDates.Of(Student, Record, Rules, District.Today(now)), District.Today(now))
                : null,
            Message = MeetingMessage,
            IsFirstText = IsFirstText,
            FamilyTold = FamilyTold,
        };

    /// <summary>
    /// For a family after its last useful day; for staff, who must hear as long as the duty is open, not before the next
    /// day is over.
    /// </summary>
    public Instant UsefulUntil(Instant now)
    {
        var lastDay = Reminder.LastUsefulDay ?? LocalDate.Max(Reminder.DueOn, District.Today(now).PlusDays(1));
        var end = District.TimeZone.AtStartOfDay(lastDay.PlusDays(1)).ToInstant();
        // Nobody is reminded of a meeting that has begun.
        return Reminder.Audience == Audience.Family && MeetingOfNotice is { At: { } at } meeting
            && District.TimeZone.AtLeniently(meeting.On + at).ToInstant() is var start && start > now && start < end
            ? start
            : end;
    }

    public string WhyFor(Recipient recipient)
    {
        var title = ObligationCatalog.Find(Due.Obligation).Title;
        var passedOver = recipient.PassedOver.Count == 0 ? "" : $" Passed over: {string.Join("; ", recipient.PassedOver)}.";
        return $"{title} (plan {Due.PlanId}) is due on {Reminder.DueOn:uuuu-MM-dd}; "
            + $"reminder {Reminder.StepId} of {Reminder.On:uuuu-MM-dd}.{passedOver}";
    }

    private IReadOnlyList<string> Why(LocalDate today) =>
        StudentDueDates.Explained(Student, Record, Due.Obligation, Rules, today)
            .FirstOrDefault(one => one.DueDate.Part == Due.Part && one.DueDate.DueOn == Due.DueOn)
            ?.Why ?? [];

    // The meeting a notice of a meeting counts back from; otherwise the next one planned.
    private MeetingFacts? Meeting(LocalDate today) =>
        Record.Dates
            .Where(date => date.Kind == PlanDateKind.MeetingScheduled && (date.Date == Due.StartedOn || date.Date >= today))
            .OrderBy(date => date.Date != Due.StartedOn)
            .ThenBy(date => date.Date)
            .Select(MeetingFacts.From)
            .FirstOrDefault();
}
