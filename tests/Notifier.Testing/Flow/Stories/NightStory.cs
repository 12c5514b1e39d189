using NodaTime;

namespace Notifier.Testing.Flow.Stories;

/// <summary>The mother lives in Denver: her text waits until it is eight there, nine by the school's clock. Mail does not wait.</summary>
public sealed class NightStory : AnnualReviewStory
{
    public override IReadOnlyList<string> Ending { get; } =
    [
        "2026-10-14 06:00 caseManager-30 T1 Email Delivered",
        "2026-10-14 06:00 family-30 S1-C2 Email Delivered",
        "2026-10-14 09:00 family-30 S1-C1 Sms Delivered",
    ];

    public override async Task PlayAsync(IStoryHome home)
    {
        await ImportAsync(home, FamilyWith(mother => mother with { TimeZone = DateTimeZoneProviders.Tzdb["America/Denver"] }));
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 6));
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 8, 59));
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 9));
    }
}
