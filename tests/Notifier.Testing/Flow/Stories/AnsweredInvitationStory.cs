using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Reminders;

namespace Notifier.Testing.Flow.Stories;

/// <summary>The mother is invited by text and answers that she will come; later she writes what only a person understands.</summary>
public sealed class AnsweredInvitationStory : AnnualReviewStory
{
    public override IReadOnlyList<string> Ending { get; } =
    [
        "2026-10-13 12:00 family-7 S1-C1 Sms Delivered",
        "2026-10-13 12:00 family-7 S1-C2 Email Delivered",
        "2026-10-14 12:00 reply T1 Email Delivered",
        "2026-10-14 12:00 reply T1 Email Delivered",
    ];

    public override async Task PlayAsync(IStoryHome home)
    {
        await ImportAsync(home, Family(Meeting(new LocalDate(2026, 10, 29))));
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 6));
        await home.RunUntilAsync(OakHill.At(2026, 10, 14, 12));
        await WriteBackAsync(home, "1");
        await WriteBackAsync(home, "¿Puede venir la abuela?");
    }

    protected override bool IsTold(NoticeRow row) => row.ReplyId is not null || row.Audience == Audience.Family;
}
