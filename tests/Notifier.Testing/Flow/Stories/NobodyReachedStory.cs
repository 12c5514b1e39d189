using Notifier.PlanDates;

namespace Notifier.Testing.Flow.Stories;

/// <summary>Every address of the mother is refused, one after the other: the case manager is told that she was not reached.</summary>
public sealed class NobodyReachedStory : AnnualReviewStory
{
    public override IReadOnlyList<string> Ending { get; } =
    [
        "2026-10-14 06:00 caseManager-30 T1 Email Delivered",
        "2026-10-14 06:00 family-30 S1-C2 Email Delivered",
        "2026-10-14 08:00 family-30 S1-C1 Email NotSent refused",
        "2026-10-14 08:00 family-30 S1-C1 Sms NotSent refused",
        "2026-10-14 08:00 problem T1 Email Delivered",
    ];

    public override async Task PlayAsync(IStoryHome home)
    {
        home.Channel.Answering = message =>
            message.Channel == Channel.Sms || message.Address.StartsWith("maria", StringComparison.Ordinal) ? FakeAnswer.Refuse : FakeAnswer.Take;
        await ImportAsync(home, Family());
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 6));
        await home.RunUntilAsync(TextsGo);
    }
}
