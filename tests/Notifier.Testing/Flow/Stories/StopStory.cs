using NodaTime;

namespace Notifier.Testing.Flow.Stories;

/// <summary>
/// The mother answers STOP: she is told once that texts have ended, and invited by mail. She answers START, and hears by
/// text that the meeting has another hour.
/// </summary>
public sealed class StopStory : AnnualReviewStory
{
    private static readonly LocalDate On = new(2026, 10, 29);

    public override IReadOnlyList<string> Ending { get; } =
    [
        "2026-10-14 06:00 caseManager-30 T1 Email Delivered",
        "2026-10-14 06:00 family-30 S1-C2 Email Delivered",
        "2026-10-14 08:00 answer-stop S1-C1 Sms Delivered",
        "2026-10-14 08:00 caseManager-7 T1 Email Delivered",
        "2026-10-14 08:00 family-30 S1-C1 Sms Delivered",
        "2026-10-14 08:00 family-7 S1-C1 Email Delivered",
        "2026-10-14 08:00 family-7 S1-C2 Email Delivered",
        "2026-10-14 08:00 reply T1 Email Delivered",
        "2026-10-19 12:00 answer-start S1-C1 Sms Delivered",
        "2026-10-19 12:00 meeting-change-1 S1-C1 Sms Delivered",
        "2026-10-19 12:00 meeting-change-1 S1-C2 Email Delivered",
    ];

    public override async Task PlayAsync(IStoryHome home)
    {
        await ImportAsync(home, Family());
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 6));
        await home.RunUntilAsync(TextsGo);
        await WriteBackAsync(home, "STOP");
        await ImportAsync(home, Family(Meeting(On)));
        await home.RunUntilAsync(OakHill.At(2026, 10, 19, 6));
        await home.RunUntilAsync(OakHill.At(2026, 10, 19, 12));
        await WriteBackAsync(home, "START");
        await ImportAsync(home, Family(Meeting(On, "10:45; Room 4")));
        await home.RunUntilAsync(home.Now);
    }
}
