using NodaTime;
using Notifier.Application.DueDates;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.DueDates;
using Notifier.Notices;
using Notifier.Obligations;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Delivery.Meetings;

/// <summary>That a meeting is not as one person was told.</summary>
/// <param name="Student">The student's file.</param>
/// <param name="Record">The plan with its meetings.</param>
/// <param name="ChangeOf">The meeting's id.</param>
/// <param name="ToldOn">The day this person was told when the change was found.</param>
/// <param name="Rules">The district's.</param>
public sealed record MeetingChangeSubject(
    StudentFile Student, PlanRecord Record, string ChangeOf, LocalDate ToldOn, DistrictRules Rules) : IMeetingSubject
{
    /// <inheritdoc/>
    public MeetingMessage? MeetingMessage { get; private init; }

    /// <summary>As it stands now; of a cancelled one its day.</summary>
    public MeetingFacts Meeting { get; private init; } = new() { On = ToldOn };

    public bool IsFirstText { get; init; } = true;

    public District District => Rules.File.District;

    public Plan Plan => Record.Plan;

    private bool IsCancelled => MeetingMessage?.News == MeetingNews.Cancelled;

    public MeetingQuestion? QuestionAt(Instant now) => MissedInvitations.MeetingOn(ChangeOf) is not { } invitedOn
        ? Question(now) with { ChangeOf = ChangeOf }
        : Question(now) with
        {
            Meeting = MeetingMove.Planned(Record).FirstOrDefault(meeting => meeting.On == invitedOn),
            // Whoever heard of it meanwhile needs no second word.
            RungOn = LocalDate.MinIsoValue,
        };

    private MeetingQuestion Question(Instant now) => new()
    {
        DistrictId = Student.DistrictId,
        StudentId = Student.Student.StudentId,
        Plan = Record,
        Zone = District.TimeZone,
        Now = now,
    };

    public IMeetingSubject Saying(MeetingMessage message, MeetingFacts meeting) =>
        this with { MeetingMessage = message, Meeting = meeting };

    public IMeetingSubject AsFirstText(bool isFirst) => this with { IsFirstText = isFirst };

    public ToldMeeting? MeetingToldOf(Instant now) =>
        IsCancelled ? ToldMeeting.Cancelled(Meeting.On) : ToldMeeting.Of(Meeting);

    public NoticeContent Compose(NoticeComposer composer, Recipient recipient, Instant now) => composer.Compose(new NoticeFacts
    {
        District = District,
        School = Rules.File.Schools.FirstOrDefault(school => school.SchoolId == Student.Student.SchoolId)
            ?? new School { SchoolId = Student.Student.SchoolId, Name = District.Name },
        Student = Student.Student,
        Plan = Plan,
        DueDate = new DueDate
        {
            PlanId = Plan.PlanId,
            StudentId = Student.Student.StudentId,
            Obligation = ObligationIds.MeetingNotice,
            StartedOn = Meeting.On,
            DueOn = Meeting.On,
            LastPracticalDay = null,
            Status = DueStatus.Due,
            Law = ObligationCatalog.Find(ObligationIds.MeetingNotice).Law,
        },
        Audience = Audience.Family,
        Recipient = recipient,
        Today = now.InZone(recipient.TimeZone).Date,
        CaseManager = Rules.File.Staff.FirstOrDefault(member => member.StaffId == Plan.CaseManagerId),
        Meeting = Meeting,
        Message = MeetingMessage,
        IsFirstText = IsFirstText,
    });

    // Whoever would come at the wrong time must hear before: until the earlier of the two days has begun, or, on it, is over.
    public Instant UsefulUntil(Instant now)
    {
        var first = IsCancelled ? ToldOn : LocalDate.Min(ToldOn, Meeting.On);
        var morning = District.TimeZone.AtLeniently(first + new LocalTime(8, 30)).ToInstant();
        var day = now < morning ? first : LocalDate.Max(ToldOn, Meeting.On);
        return now < morning ? morning : District.TimeZone.AtStartOfDay(day.PlusDays(1)).ToInstant();
    }

    public string WhyFor(Recipient recipient) => IsCancelled
        ? $"The meeting of {ToldOn:uuuu-MM-dd} (plan {Plan.PlanId}) that this person was told of is off."
        : MeetingMessage?.News == MeetingNews.Invitation
        ? $"Invitation to the meeting of {Meeting.On:uuuu-MM-dd} (plan {Plan.PlanId})."
        : $"The meeting of {ToldOn:uuuu-MM-dd} (plan {Plan.PlanId}) that this person was told of is now on {Meeting.On:uuuu-MM-dd}.";
}
