using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Testing.Flow.Stories;

/// <summary>
/// A story around one annual review, due on Sat 2026-11-14: on Wed 2026-10-14, 30 days before the last practical day, the
/// family and the case manager are told at six; the mother's text waits until eight.
/// </summary>
public abstract partial class AnnualReviewStory : IStory
{
    protected const string Mother = OakHill.StudentId + "-C1";

    protected const string Father = OakHill.StudentId + "-C2";

    /// <summary>The last annual meeting.</summary>
    protected static readonly LocalDate MeetingHeld = new(2025, 11, 14);

    /// <summary>On the day of the reminders the mails have gone, and the text waits.</summary>
    protected static readonly Instant TextWaits = OakHill.At(2026, 10, 14, 6, 30);

    protected static readonly Instant TextsGo = OakHill.At(2026, 10, 14, 8);

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public Instant Start { get; } = OakHill.At(2026, 10, 13, 12);

    public abstract IReadOnlyList<string> Ending { get; }

    public abstract Task PlayAsync(IStoryHome home);

    public IEnumerable<string> Told(IEnumerable<NoticeRow> notices) =>
        notices.Where(IsTold).Select(Line).Order(StringComparer.Ordinal);

    /// <summary>All but what had passed when the plan was recorded, so that it was told of at once.</summary>
    protected virtual bool IsTold(NoticeRow row) => row.AttemptedAt is null || row.AttemptedAt >= OakHill.At(2026, 10, 14, 0);

    protected static StudentFile Family(params PlanDate[] more) =>
        OakHill.Family([new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld), .. more]);

    /// <summary>The same family with something else on file about the mother.</summary>
    protected static StudentFile FamilyWith(Func<Contact, Contact> mother, params PlanDate[] more)
    {
        var file = Family(more);
        return file with { Contacts = [.. file.Contacts.Select(one => one.ContactId == Mother ? mother(one) : one)] };
    }

    protected static PlanDate Meeting(LocalDate on, string detail = "9:30; Room 4") =>
        new(PlanDateKind.MeetingScheduled, on, detail);

    protected static Task ImportAsync(IStoryHome home, StudentFile family) => home.ImportAsync(OakHill.District(), family);

    /// <summary>The mother writes back, and everything follows that follows at once.</summary>
    protected static async Task WriteBackAsync(IStoryHome home, string text)
    {
        await home.ReceiveAsync(new InboundReply
        {
            ProviderId = "SM-" + text,
            From = OakHill.Mother(OakHill.StudentId).Phone,
            To = "+15125550100",
            Text = text,
            At = home.Now,
        }.ToMessage());
        await home.RunUntilAsync(home.Now);
    }

    /// <summary>The provider reports about the latest attempt at a notice, and everything follows that follows at once.</summary>
    protected static async Task ReportAsync(
        IStoryHome home, string recipientId, Channel channel, string eventId, NoticeState state, bool endsAddress = false)
    {
        var notice = (await home.NoticesAsync()).Last(row => row.RecipientId == recipientId && row.Channel == channel && row.Attempt > 0);
        await home.ReceiveAsync(new DeliveryEvent
        {
            EventId = eventId,
            AttemptId = notice.AttemptId,
            State = state,
            At = home.Now,
            EndsAddress = endsAddress,
            Reason = state == NoticeState.Failed ? "30006" : "",
        }.ToMessage());
        await home.RunUntilAsync(home.Now);
    }

    private static string Line(NoticeRow row) => string.Join(' ', new[]
    {
        row.AttemptedAt is { } at ? Moment.Format(at.InZone(OakHill.Zone).LocalDateTime) : "never",
        StableIds().Replace(row.StepId, ""), row.RecipientId, $"{row.Channel}",
        row.Attempt > 1 ? $"attempt {row.Attempt}" : "", $"{row.State}",
        row.State is NoticeState.Delivered or NoticeState.Accepted ? "" : row.Reason,
    }.Where(part => part.Length > 0));

    // Of a problem, a reply, a meeting: they say nothing to a reader.
    [GeneratedRegex("-[0-9a-f]{8,}")]
    private static partial Regex StableIds();
}
