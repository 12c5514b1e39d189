using NodaTime;
using Notifier.Delivery;
using Notifier.PlanDates;

namespace Notifier.Testing.Flow.Stories;

/// <summary>
/// The provider accepts, and reports later: the mails arrive, and no text can reach the mother's number. She gets mail,
/// the case manager the task to repair the contact. With a new number on file she is invited by text again.
/// </summary>
public sealed class BrokenContactStory : AnnualReviewStory
{
    public override IReadOnlyList<string> Ending { get; } =
    [
        "2026-10-14 06:00 caseManager-30 T1 Email Accepted",
        "2026-10-14 06:00 family-30 S1-C2 Email Delivered",
        "2026-10-14 08:00 caseManager-7 T1 Email Accepted",
        "2026-10-14 08:00 family-30 S1-C1 Email Accepted",
        "2026-10-14 08:00 family-30 S1-C1 Sms Failed 30006",
        "2026-10-14 08:00 family-7 S1-C1 Sms Accepted",
        "2026-10-14 08:00 family-7 S1-C2 Email Accepted",
        "2026-10-14 08:00 problem T1 Email Accepted",
        "2026-10-16 08:00 caseManager-3 T1 Email Accepted",
    ];

    public override async Task PlayAsync(IStoryHome home)
    {
        home.Channel.Taken = DeliveryOutcome.Accepted("provider-1");
        await ImportAsync(home, Family());
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 6));
        await home.RunUntilAsync(TextsGo);
        // Out of order, and one of them twice.
        await ReportAsync(home, Father, Channel.Email, "e1", NoticeState.Delivered);
        await ReportAsync(home, Father, Channel.Email, "e2", NoticeState.Sent);
        await ReportAsync(home, Mother, Channel.Sms, "e3", NoticeState.Failed, endsAddress: true);
        await ReportAsync(home, Mother, Channel.Sms, "e3", NoticeState.Failed, endsAddress: true);
        await ImportAsync(home, FamilyWith(mother => mother with { Phone = "+15125550143" }, Meeting(new LocalDate(2026, 10, 29))));
        await home.RunUntilAsync(OakHill.At(2026, 10, 16, 12));
    }
}
