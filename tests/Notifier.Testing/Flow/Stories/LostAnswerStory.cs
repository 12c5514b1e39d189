namespace Notifier.Testing.Flow.Stories;

/// <summary>
/// The provider's answers are lost. What it took is found there and not sent again; what it did not take is attempted anew;
/// what it is too busy for is tried later.
/// </summary>
public sealed class LostAnswerStory : AnnualReviewStory
{
    public override IReadOnlyList<string> Ending { get; } =
    [
        "2026-10-14 06:00 family-30 S1-C2 Email Delivered",
        "2026-10-14 06:20 caseManager-30 T1 Email attempt 3 Delivered",
        "2026-10-14 08:20 family-30 S1-C1 Sms attempt 2 Delivered",
    ];

    public override async Task PlayAsync(IStoryHome home)
    {
        await ImportAsync(home, Family());
        await home.RunUntilAsync(home.Now);
        var asked = new Dictionary<string, int>();
        home.Channel.Answering = message => (message.RecipientName, asked[message.NoticeId] = asked.GetValueOrDefault(message.NoticeId) + 1) switch
        {
            ("Jorge Peña", _) => FakeAnswer.TakeAndThrow,
            ("María Peña", 1) => FakeAnswer.Throw,
            ("Dana Reyes", <= 2) => FakeAnswer.TryAgain,
            _ => FakeAnswer.Take,
        };
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 6));
        for (var (hour, minute) = (6, 10); hour < 9; (hour, minute) = minute == 50 ? (hour + 1, 0) : (hour, minute + 10))
        {
            await home.RunUntilAsync(OakHill.At(2026, 10, 14, hour, minute));
        }
    }
}
