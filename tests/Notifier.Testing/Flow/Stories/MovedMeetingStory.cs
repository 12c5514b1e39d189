using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Testing.Flow.Stories;

/// <summary>
/// A meeting on Thu 2026-12-03, whose notice is due ten days before, in a break: the family is invited when it is scheduled
/// and reminded on Fri 2026-11-13, then the meeting takes another time, then another day, and is called off.
/// </summary>
public sealed class MovedMeetingStory : IStory
{
    /// <summary>When everybody has been invited and reminded, and the changes begin.</summary>
    private static readonly Instant Changes = OakHill.At(2026, 11, 13, 12);

    private static readonly LocalDate Invited = new(2026, 12, 3);

    public Instant Start { get; } = OakHill.At(2026, 10, 13, 12);

    /// <summary>The father's calendar file, from the invitation to the meeting called off.</summary>
    public IReadOnlyList<string> Ending { get; } =
    [
        "2026-10-13 S1-C2 revision 0 Delivered",
        "2026-11-13 S1-C2 revision 0 Delivered", "2026-11-13 S1-C2 revision 1 Delivered",
        "2026-11-13 S1-C2 revision 2 Delivered", "2026-11-13 S1-C2 revision 3 Delivered",
    ];

    public async Task PlayAsync(IStoryHome home)
    {
        await home.ImportAsync(OakHill.District(), Family(Meeting(Invited)));
        await home.RunUntilAsync(Changes);
        await ImportAndRunAsync(home, Meeting(Invited, "10:45; Room 4"));
        await ImportAndRunAsync(home, Meeting(new LocalDate(2026, 12, 10)));
        await ImportAndRunAsync(home);
    }

    public IEnumerable<string> Told(IEnumerable<NoticeRow> notices) => notices
        .Where(row => row.MeetingUid is not null && row.Channel == Channel.Email)
        .Select(row => $"{OakHill.DateOf(row.AttemptedAt)} {row.RecipientId} revision {row.MeetingRevision} {row.State}")
        .Order(StringComparer.Ordinal);

    private static PlanDate Meeting(LocalDate on, string detail = "9:30; Room 4") =>
        new(PlanDateKind.MeetingScheduled, on, detail);

    private static async Task ImportAndRunAsync(IStoryHome home, params PlanDate[] dates)
    {
        await home.ImportAsync(OakHill.District(), Family(dates));
        await home.RunUntilAsync(Changes);
    }

    private static StudentFile Family(params PlanDate[] more) =>
        OakHill.Family([new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2025, 11, 14)), .. more]);
}
