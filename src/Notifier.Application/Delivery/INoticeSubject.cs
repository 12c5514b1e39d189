using NodaTime;
using Notifier.Application.Notices;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery;

/// <summary>What a notice is about: a due date, or a problem.</summary>
public interface INoticeSubject
{
    District District { get; }

    Plan Plan { get; }

    /// <summary>The meeting a family is told of; null: of none.</summary>
    ToldMeeting? MeetingToldOf(Instant now);

    /// <summary>How it speaks of that meeting; null: of none.</summary>
    MeetingMessage? MeetingMessage => null;

    /// <summary>The words for one recipient at the moment of sending.</summary>
    NoticeContent Compose(NoticeComposer composer, Recipient recipient, Instant now);

    /// <summary>An attempt that failed now is not repeated from this moment on.</summary>
    Instant UsefulUntil(Instant now);

    /// <summary>Why this person gets it, in one sentence for the index of the outbox.</summary>
    string WhyFor(Recipient recipient);
}
