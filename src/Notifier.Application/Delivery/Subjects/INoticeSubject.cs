using NodaTime;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Notices;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Subjects;

/// <summary>What a notice is about: a due date, a problem, a reply or a changed day.</summary>
public interface INoticeSubject
{
    District District { get; }

    Plan Plan { get; }

    /// <summary>The meeting a family is told of; null: of none.</summary>
    ToldMeeting? MeetingToldOf(Instant now);

    /// <summary>How it speaks of that meeting; null: of none.</summary>
    MeetingMessage? MeetingMessage => null;

    /// <summary>What this person is to be told now, given what was said before; null: nothing.</summary>
    /// <param name="recipientId">The contact or staff member.</param>
    /// <param name="recipient">The same; null: somebody who cannot be reached.</param>
    /// <param name="rows">Every notice on the same matter so far, to whomever.</param>
    /// <param name="now">The moment.</param>
    Telling? TellingFor(string? recipientId, Recipient? recipient, IReadOnlyList<NoticeRow> rows, Instant now) => new(this);

    /// <summary>The words for one recipient at the moment of sending.</summary>
    NoticeContent Compose(NoticeComposer composer, Recipient recipient, Instant now);

    /// <summary>An attempt that failed now is not repeated from this moment on.</summary>
    Instant UsefulUntil(Instant now);

    /// <summary>Why this person gets it, in one sentence for the index of the outbox.</summary>
    string WhyFor(Recipient recipient);
}
