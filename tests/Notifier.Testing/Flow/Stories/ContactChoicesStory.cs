using NodaTime;

namespace Notifier.Testing.Flow.Stories;

/// <summary>
/// The mother takes back her consent to texts while one waits, and gets mail; then the district notes that she receives no
/// notices, and the invitation goes to the father alone.
/// </summary>
public sealed class ContactChoicesStory : AnnualReviewStory
{
    public override IReadOnlyList<string> Ending { get; } =
    [
        "2026-10-14 06:00 caseManager-30 T1 Email Delivered",
        "2026-10-14 06:00 family-30 S1-C2 Email Delivered",
        "2026-10-14 08:00 caseManager-7 T1 Email Delivered",
        "2026-10-14 08:00 family-30 S1-C1 Email Delivered",
        "2026-10-14 08:00 family-7 S1-C2 Email Delivered",
        "never family-30 S1-C1 Sms Withheld NoTextConsent",
    ];

    public override async Task PlayAsync(IStoryHome home)
    {
        await ImportAsync(home, Family());
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 6));
        await home.RunUntilAsync(TextWaits);
        await ImportAsync(home, FamilyWith(mother => mother with { TextConsentOn = null }));
        await home.RunUntilAsync(TextsGo);
        await ImportAsync(home, FamilyWith(mother => mother with { ReceivesNotices = false }, Meeting(new LocalDate(2026, 10, 29))));
        await home.RunUntilAsync(OakHill.At(2026, 10, 19, 6));
        await home.RunUntilAsync(OakHill.At(2026, 10, 19, 12));
    }
}
