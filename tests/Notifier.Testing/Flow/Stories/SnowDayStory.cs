using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;

namespace Notifier.Testing.Flow.Stories;

/// <summary>
/// A storm closes school for two days. Announced at half past nine at night: mail goes at once, the text at eight. In the
/// morning the calendar says so, and of the second day, too: they hear of that one in the evening. What is counted in
/// school days moves by two, Mon 2026-10-26 to Wed 2026-10-28, and is told of on the new days alone.
/// </summary>
public sealed class SnowDayStory : AnnualReviewStory
{
    private const string Counted = "manifestation-determination";

    private static readonly LocalDate First = new(2026, 10, 15);

    public override IReadOnlyList<string> Ending { get; } =
    [
        "2026-10-14 21:30 changed-day S1-C2 Email Delivered",
        "2026-10-15 08:00 changed-day S1-C1 Sms Delivered",
        "2026-10-15 18:00 changed-day S1-C1 Sms Delivered",
        "2026-10-15 18:00 changed-day S1-C2 Email Delivered",
        "2026-10-21 06:00 caseManager-7 T1 Email Delivered",
        "2026-10-23 06:00 caseManager-3 T1 Email Delivered",
        "2026-10-23 06:00 supervisor-3 T2 Email Delivered",
        "2026-10-27 06:00 caseManager-1 T1 Email Delivered",
        "2026-10-28 06:00 caseManager-0 T1 Email Delivered",
        "2026-10-28 06:00 supervisor-0 T2 Email Delivered",
    ];

    public override async Task PlayAsync(IStoryHome home)
    {
        var file = Family(new PlanDate(PlanDateKind.PlacementChangeDecided, new LocalDate(2026, 10, 12))) with
        {
            Accommodations = [new Accommodation(OakHill.PlanId, ScheduleChange.Accommodation, "")],
        };
        await ImportAsync(home, file);
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 6));
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 8));
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 21, 30));
        await home.AnnounceAsync(GivenChange.Testing(First, home.Now) with
        {
            Grades = [],
            Kind = ScheduleChangeKind.Closure,
            Summary = new Dictionary<string, string>(),
        });
        await home.RunUntilAsync(home.Now);
        await home.RunUntilAsync(OakHill.At(2026, 10, 15, 6));
        await home.RunUntilAsync(OakHill.At(2026, 10, 15, 7, 59));
        await home.RunUntilAsync(OakHill.At(2026, 10, 15, 8));
        var storm = OakHill.Entry(CalendarEntryKind.Closure, First, First.PlusDays(1), "Storm");
        await home.ImportAsync(OakHill.District(storm), file);
        await home.RunUntilAsync(OakHill.At(2026, 10, 15, 18));
        // Each morning's run at six.
        for (var day = First.PlusDays(1); day <= new LocalDate(2026, 10, 28); day = day.PlusDays(1))
        {
            await home.RunUntilAsync(OakHill.At(day.Year, day.Month, day.Day, 6));
        }
    }

    protected override bool IsTold(NoticeRow row) => row.Turn > 0 || row.Obligation.Value == Counted;
}
