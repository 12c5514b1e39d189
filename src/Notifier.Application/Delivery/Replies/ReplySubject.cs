using NodaTime;
using Notifier.Application.Delivery.Subjects;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Replies;

/// <summary>A reply: told to the case manager, or answered.</summary>
/// <param name="Reply">As it was kept.</param>
/// <param name="Student">The student's file.</param>
/// <param name="District">The district.</param>
public sealed record ReplySubject(ReplyRow Reply, StudentFile Student, District District) : INoticeSubject
{
    private static readonly Duration TriedFor = Duration.FromDays(2);

    public Plan Plan => (Student.Plans.FirstOrDefault(plan => plan.Plan.PlanId == Reply.PlanId) ?? Student.Plans[0]).Plan;

    public ToldMeeting? MeetingToldOf(Instant now) => null;

    public NoticeContent Compose(NoticeComposer composer, Recipient recipient, Instant now) =>
        recipient.Channel == Channel.Sms
            ? composer.Compose(new AnswerFacts
            {
                District = District,
                Recipient = recipient,
                Wording = ReplyAnswers.Name(Reply.Meaning)!,
            })
            : composer.Compose(ToFacts(recipient, now));

    public Instant UsefulUntil(Instant now) => now + TriedFor;

    public string WhyFor(Recipient recipient) => $"Reply {Reply.ReplyId[..8]} about student {Reply.StudentId}: {Reply.Meaning}.";

    private ReplyFacts ToFacts(Recipient recipient, Instant now)
    {
        var contact = Student.Contacts.FirstOrDefault(one => one.ContactId == Reply.ContactId);
        var words = ReplyNews.Of(Reply, ChannelChoice.For(
            contact ?? new Contact { ContactId = Reply.ContactId, StudentId = Reply.StudentId, Name = "", ReceivesNotices = false },
            District.Today(now),
            [new ClosedChannel(Reply.ContactId, Channel.Sms, "ended")]).Chosen is not null, Plan.Kind);
        return new ReplyFacts
        {
            District = District,
            Recipient = recipient,
            Student = Student.Student,
            Plan = Plan,
            Contact = contact?.Name is { Length: > 0 } name ? name : $"Contact {Reply.ContactId} (not on file any more)",
            Said = words.Said,
            What = words.What,
            Remedy = words.Remedy,
            Text = Reply.Text,
            At = Reply.At.InZone(District.TimeZone).LocalDateTime,
            MeetingOn = Reply.MeetingOn,
            Attachments = Reply.Attachments,
            Today = now.InZone(recipient.TimeZone).Date,
        };
    }
}
