using NodaTime;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Testing.Flow.Stories;

/// <summary>The child leaves while the mother's text waits for the morning: from then on nobody hears of the review.</summary>
public sealed class ExitStory : AnnualReviewStory
{
    /// <summary>At half past six: what the exit itself owes.</summary>
    public override IReadOnlyList<string> Ending { get; } =
    [
        "2026-10-14 06:00 caseManager-30 T1 Email Delivered",
        "2026-10-14 06:00 family-30 S1-C2 Email Delivered",
        "2026-10-14 06:30 caseManager-late-1 T1 Email Delivered",
        "2026-10-14 06:30 supervisor-late-1 T2 Email Delivered",
        "never family-30 S1-C1 Sms Withheld NoLongerOwed",
    ];

    public override async Task PlayAsync(IStoryHome home)
    {
        await ImportAsync(home, Family());
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 6));
        await home.RunUntilAsync(TextWaits);
        await ImportAsync(home, Family(new PlanDate(PlanDateKind.Exited, new LocalDate(2026, 10, 13))));
        await home.RunUntilAsync(TextsGo);
        // Past the next rungs.
        await home.RunUntilAsync(OakHill.At(2026, 11, 9, 12));
    }
}
