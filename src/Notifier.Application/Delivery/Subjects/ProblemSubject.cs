using NodaTime;
using Notifier.Application.Notices;
using Notifier.Application.Problems;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Subjects;

/// <summary>A visible problem its owner is told about.</summary>
/// <param name="Problem">As it stands open.</param>
/// <param name="Plan">The plan it is about.</param>
/// <param name="Student">The student.</param>
/// <param name="District">The district.</param>
public sealed record ProblemSubject(ProblemRow Problem, Plan Plan, Student Student, District District) : INoticeSubject
{
    private static readonly Duration TriedFor = Duration.FromDays(2);

    public ToldMeeting? MeetingToldOf(Instant now) => null;

    public NoticeContent Compose(NoticeComposer composer, Recipient recipient, Instant now) =>
        composer.Compose(new ProblemFacts
        {
            District = District,
            Recipient = recipient,
            Wording = Problem.Kind switch
            {
                ProblemKind.RecipientUnreachable or ProblemKind.ContactBroken => Wordings.StaffContactRepair,
                ProblemKind.OutcomeUnknown or ProblemKind.NoticeNotSent => Wordings.StaffUndeliverable,
                _ => Wordings.StaffProblem,
            },
            What = Problem.What,
            Remedy = Problem.Remedy,
            Student = Student,
            Plan = Plan,
            Today = now.InZone(recipient.TimeZone).Date,
        });

    public Instant UsefulUntil(Instant now) => now + TriedFor;

    public string WhyFor(Recipient recipient) => $"Plan {Plan.PlanId}: {ProblemWords.Of(Problem.Kind)}; it is for the case manager to mend.";
}
