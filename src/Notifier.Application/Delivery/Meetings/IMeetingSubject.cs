using NodaTime;
using Notifier.Application.Delivery.Subjects;
using Notifier.Notices;

namespace Notifier.Application.Delivery.Meetings;

/// <summary>What a notice to a family is about, when what it says depends on what the recipient was told before.</summary>
public interface IMeetingSubject : INoticeSubject
{
    /// <summary>Null: it is not about a meeting a family is told of.</summary>
    MeetingQuestion? QuestionAt(Instant now);

    /// <summary>The same, speaking of a meeting in this way.</summary>
    IMeetingSubject Saying(MeetingMessage message, MeetingFacts meeting);

    /// <summary>The same, as a text that says who writes and how to end texts, or does not.</summary>
    IMeetingSubject AsFirstText(bool isFirst);
}
