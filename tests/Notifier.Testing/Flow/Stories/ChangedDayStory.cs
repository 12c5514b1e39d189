using NodaTime;
using Notifier.Application.Delivery;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;

namespace Notifier.Testing.Flow.Stories;

/// <summary>
/// School ends at noon tomorrow: the family hears at six in the evening. Then it is one o'clock, and they hear at once; in
/// the morning the day is a normal one after all, and they hear that, too.
/// </summary>
public sealed class ChangedDayStory : AnnualReviewStory
{
    private static readonly LocalDate Tomorrow = new(2026, 10, 14);

    public override IReadOnlyList<string> Ending { get; } =
    [
        "2026-10-13 18:00 changed-day S1-C1 Sms Delivered",
        "2026-10-13 18:00 changed-day S1-C2 Email Delivered",
        "2026-10-13 19:00 changed-day S1-C1 Sms Delivered",
        "2026-10-13 19:00 changed-day S1-C2 Email Delivered",
        "2026-10-14 09:00 changed-day S1-C1 Sms Delivered",
        "2026-10-14 09:00 changed-day S1-C2 Email Delivered",
    ];

    public override async Task PlayAsync(IStoryHome home)
    {
        await ImportAsync(home, Family() with
        {
            Accommodations = [new Accommodation(OakHill.PlanId, ScheduleChange.Accommodation, "")],
        });
        await home.RunUntilAsync(home.Now);
        var change = GivenChange.EarlyRelease(Tomorrow, home.Now);
        await home.AnnounceAsync(change);
        await home.RunUntilAsync(OakHill.At(2026, 10, 13, 18));
        await home.RunUntilAsync(OakHill.At(2026, 10, 13, 19));
        await home.AnnounceAsync(change with { Version = 2, StartsAt = new LocalTime(13, 0), Summary = new Dictionary<string, string>() });
        await home.RunUntilAsync(home.Now);
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 6));
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 9));
        await home.AnnounceAsync(change with { Version = 3, Withdrawn = true });
        await home.RunUntilAsync(home.Now);
    }

    protected override bool IsTold(NoticeRow row) => row.Turn > 0;
}
