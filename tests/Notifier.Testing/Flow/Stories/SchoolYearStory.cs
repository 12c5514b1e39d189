using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Testing.Flow.Stories;

/// <summary>A school year: a plan comes in, a meeting is planned and held, a storm closes the school, the next year's clock starts.</summary>
public sealed class SchoolYearStory : IStory
{
    public Instant Start { get; } = OakHill.At(2025, 9, 1, 12);

    /// <summary>Due Tue 2026-02-10: the case manager on the rungs up to a week before, the family a month before; then it was met.</summary>
    public IReadOnlyList<string> Ending { get; } =
    [
        "2025-12-12 caseManager-60 T1 Email Delivered", "2026-01-09 caseManager-30 T1 Email Delivered",
        "2026-01-09 family-30 S1-C1 Sms Delivered", "2026-01-09 family-30 S1-C2 Email Delivered",
        "2026-01-27 caseManager-14 T1 Email Delivered", "2026-02-03 caseManager-7 T1 Email Delivered",
        "2026-02-03 supervisor-7 T2 Email Delivered",
    ];

    public async Task PlayAsync(IStoryHome home)
    {
        var lastMeeting = new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2025, 2, 10));
        await home.ImportAsync(OakHill.District(), OakHill.Family(lastMeeting));
        await home.RunUntilAsync(OakHill.At(2026, 1, 12, 12));
        // January: the meeting is planned for the 6th of February, and the family is invited.
        var planned = new PlanDate(PlanDateKind.MeetingScheduled, new LocalDate(2026, 2, 6), "15:30; Room 12; inPerson");
        await home.ImportAsync(OakHill.District(), OakHill.Family(lastMeeting, planned));
        await home.RunUntilAsync(OakHill.At(2026, 1, 20, 12));
        // A storm closes the school; the annual review is counted in calendar days and stays where it is.
        var storm = OakHill.Entry(CalendarEntryKind.Closure, new LocalDate(2026, 1, 21), new LocalDate(2026, 1, 22), "Ice storm");
        await home.ImportAsync(OakHill.District(storm), OakHill.Family(lastMeeting, planned));
        await home.RunUntilAsync(OakHill.At(2026, 2, 7, 12));
        // The meeting took place; the year begins anew.
        var held = new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 2, 6));
        await home.ImportAsync(OakHill.District(storm), OakHill.Family(lastMeeting, planned, held));
        await home.RunUntilAsync(OakHill.At(2026, 6, 1, 12));
    }

    /// <summary>Of the annual review of the year that ends.</summary>
    public IEnumerable<string> Told(IEnumerable<NoticeRow> notices) => notices
        .Where(row => row.Obligation.Value == "annual-review" && row.DueOn == new LocalDate(2026, 2, 10))
        .Select(row => $"{OakHill.DateOf(row.AttemptedAt)} {row.StepId} {row.RecipientId} {row.Channel} {row.State}")
        .Order(StringComparer.Ordinal);
}
