using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Testing.Flow.Stories;

/// <summary>
/// While the mother's text waits, the last meeting turns out to have been a week later: so is the due date, and everybody
/// is told of that one, on its own day.
/// </summary>
public sealed class MovedDueDateStory : AnnualReviewStory
{
    public override IReadOnlyList<string> Ending { get; } =
    [
        "2026-10-14 06:00 caseManager-30 T1 Email Delivered",
        "2026-10-14 06:00 family-30 S1-C2 Email Delivered",
        "2026-10-14 06:30 caseManager-60 T1 Email Delivered",
        "2026-10-21 06:00 caseManager-30 T1 Email Delivered",
        "2026-10-21 06:00 family-30 S1-C2 Email Delivered",
        "2026-10-21 08:00 family-30 S1-C1 Sms Delivered",
        "never family-30 S1-C1 Sms Withheld DueDateMoved",
    ];

    public override async Task PlayAsync(IStoryHome home)
    {
        await ImportAsync(home, Family());
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 6));
        await home.RunUntilAsync(TextWaits);
        await ImportAsync(home, OakHill.Family(new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld.PlusDays(7))));
        await home.RunUntilAsync(TextsGo);
        await home.RunUntilAsync(OakHill.At(2026, 10, 21, 6));
        await home.RunUntilAsync(OakHill.At(2026, 10, 21, 8));
    }
}
