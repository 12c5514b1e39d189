using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.DueDates;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Application.Storage;
using Notifier.Delivery;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;

namespace Notifier.Application.Delivery.Subjects;

/// <summary>A day that will not follow the routine, and what a family is to hear of it.</summary>
public sealed record ChangedDaySubject : INoticeSubject
{
    // An attempt under way is not overtaken on its way to the family: its answer, or its time-out, comes first.
    private static readonly Duration UnderWay = Duration.FromMinutes(2);

    public required LocalDate On { get; init; }

    /// <summary>The day as the files have it.</summary>
    public required ChangedDay Day { get; init; }

    /// <summary>The same for whoever was told already: the plan's promise may end, what was said stays to be put right.</summary>
    public required ChangedDay DayOfTold { get; init; }

    /// <summary>Every version of every change that ever named the day.</summary>
    public required IReadOnlyList<ScheduleChange> Versions { get; init; }

    public required StudentFile Student { get; init; }

    public required Plan Plan { get; init; }

    public required DistrictRules Rules { get; init; }

    /// <summary>Of one person; null: of nobody in particular.</summary>
    public DayNews? News { get; init; }

    /// <summary>A text is the first to its number: it says whom it is from and how to end it.</summary>
    public bool IsFirstText { get; init; } = true;

    public District District => Rules.File.District;

    public ToldMeeting? MeetingToldOf(Instant now) => null;

    public Telling? TellingFor(string? recipientId, Recipient? recipient, IReadOnlyList<NoticeRow> rows, Instant now)
    {
        var address = recipient is null ? null : Suppressions.HashOf(recipient.Channel, recipient.Address);
        var theirs = rows.Where(row => row.RecipientId == recipientId || (address is not null && row.AddressHash == address)).ToList();
        var last = theirs.Where(row => row.Turn > 0 && NoticeStates.MayReachRecipient(row.State)).MaxBy(row => row.Turn);
        var evenings = Evenings.Of(
            On, District.Policies, Rules.CalendarOf(Student.Student.SchoolId), recipient?.TimeZone ?? District.TimeZone);
        if ((last is null ? Day : DayOfTold).NewsFor(last?.Day, now, evenings) is not { } news)
        {
            return null;
        }

        var turn = (last?.Turn ?? 0) + 1;
        // A day that changes to and fro before anything was said is a new notice each time: a withheld one stays closed.
        var withheld = theirs.Count(row => row.Reason == nameof(WithholdReason.DayChangedAgain));
        return new Telling(this with { News = news })
        {
            Step = string.Create(
                CultureInfo.InvariantCulture, $"-{turn}-{withheld}-{StableId.Of(string.Join(' ', news.Tells.Said))[..8]}"),
            At = last is { State: NoticeState.Attempting, AttemptedAt: { } started } ? Instant.Max(news.At, started + UnderWay) : news.At,
            Turn = turn,
            Day = news.Tells,
            Changes = ChangesOf(news),
        };
    }

    public NoticeContent Compose(NoticeComposer composer, Recipient recipient, Instant now) =>
        composer.Compose(new ChangedDayFacts
        {
            District = District,
            School = Rules.File.Schools.FirstOrDefault(school => school.SchoolId == Student.Student.SchoolId)
                ?? new School { SchoolId = Student.Student.SchoolId, Name = District.Name },
            Student = Student.Student,
            Recipient = recipient,
            Today = now.InZone(recipient.TimeZone).Date,
            On = On,
            IsFirstText = IsFirstText,
            News = News ?? throw new InvalidOperationException("Nothing was found out that this person is to hear."),
            CaseManager = Rules.File.Staff.FirstOrDefault(member => member.StaffId == Plan.CaseManagerId),
        });

    public Instant UsefulUntil(Instant now) => DayOfTold.Until ?? now;

    public string WhyFor(Recipient recipient)
    {
        var passedOver = recipient.PassedOver.Count == 0 ? "" : $" Passed over: {string.Join("; ", recipient.PassedOver)}.";
        return $"{LocalDatePattern.Iso.Format(On)} is not as usual: {(News is null ? "" : ChangesOf(News))}.{passedOver}";
    }

    private string ChangesOf(DayNews news)
    {
        var told = news.Changes.Count > 0
            ? news.Changes
            : [.. Versions.GroupBy(one => one.ChangeId).Select(ScheduleChange.Newest)];
        return string.Join(", ", told.Select(one => string.Create(
            CultureInfo.InvariantCulture, $"{one.ChangeId} version {one.Version}{(news.Changes.Count > 0 ? "" : " (not so any more)")}")));
    }
}
