using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.Delivery.Subjects;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Evidence;

/// <summary>The ways in which a notice may have spoken of its meeting: the first word, a reminder, a change, the end.</summary>
internal static class PastMeetings
{
    public static IEnumerable<INoticeSubject> Of(
        IMeetingSubject subject, NoticeRow notice, IReadOnlyList<NoticeRow> rows, PlanRecord plan, Instant at) =>
        Spoken(subject, notice, rows, plan, at).SelectMany(one => new[] { one.AsFirstText(true), one.AsFirstText(false) });

    private static IEnumerable<IMeetingSubject> Spoken(
        IMeetingSubject subject, NoticeRow notice, IReadOnlyList<NoticeRow> rows, PlanRecord plan, Instant at)
    {
        if (notice is not { MeetingOn: { } on, MeetingUid: { } uid })
        {
            yield return subject;
            yield break;
        }

        // One that was called off is spoken of by its day alone.
        var meetings = MeetingMove.Planned(plan).Where(one => one.On == on).Append(new MeetingFacts { On = on }).ToList();
        var told = rows.Where(row => row.MeetingUid == uid && row.NoticeId != notice.NoticeId).Select(row => row.MeetingOn)
            .Prepend(notice.DueOn).Prepend(on).Prepend(null).Distinct();
        foreach (var before in told.ToList())
        {
            foreach (var news in Enum.GetValues<MeetingNews>())
            {
                var message = new MeetingMessage { News = news, Uid = uid, Revision = notice.MeetingRevision, ToldOn = before, At = at };
                foreach (var meeting in meetings)
                {
                    yield return subject.Saying(message, meeting);
                }
            }
        }
    }
}
