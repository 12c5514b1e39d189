namespace Notifier.Testing.Flow.Stories;

/// <summary>
/// Nothing runs from the day before the reminders until five days before the last practical day: afterwards each person
/// hears once where things stand.
/// </summary>
public sealed class OutageStory : AnnualReviewStory
{
    public override IReadOnlyList<string> Ending { get; } =
    [
        "2026-11-09 09:00 caseManager-7 T1 Email Delivered",
        "2026-11-09 09:00 family-30 S1-C1 Sms Delivered",
        "2026-11-09 09:00 family-30 S1-C2 Email Delivered",
        "2026-11-09 09:00 supervisor-7 T2 Email Delivered",
    ];

    public override async Task PlayAsync(IStoryHome home)
    {
        await ImportAsync(home, Family());
        await home.RunUntilAsync(home.Now);
        home.StandStillUntil(OakHill.At(2026, 11, 9, 9));
        await home.RunUntilAsync(home.Now);
        await home.RunUntilAsync(OakHill.At(2026, 11, 10, 9));
    }
}
