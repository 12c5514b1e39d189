using NodaTime;
using NodaTime.Text;
using Notifier.Notices;
using Notifier.Testing;

namespace Notifier.Domain.Tests.Notices;

/// <summary>What staff are told to do next where a meeting meets the duty. Today is Tue 2026-11-17.</summary>
public sealed class StaffWordsTests
{
    private static readonly LocalDate Today = new(2026, 11, 17);

    [Theory]
    [InlineData("annual-review", "2026-12-17", "", false, "Set the meeting, send the meeting notice and hold the review by the due date.")]
    [InlineData("annual-review", "2026-11-16", "", false, "Set the meeting and send its notice today, and hold it as soon as the family can come.")]
    [InlineData("annual-review", "2026-11-17", "", false, "Set the meeting, send the meeting notice and hold the review by the due date.")]
    [InlineData("annual-review", "2026-12-17", "2026-12-15", false, "The meeting is set for 2026-12-15. See that its notice reaches the family in time, and hold it.")]
    [InlineData("annual-review", "2026-11-21", "2026-11-20", true, "The meeting is set for 2026-11-20, and its notice is on record. Hold it, and record that it was held.")]
    [InlineData("annual-review", "2026-11-14", "2026-11-18", true, "The meeting is set for 2026-11-18, and its notice is on record. Hold it, and record that it was held.")]
    [InlineData("annual-review", "2026-12-01", "2026-12-02", true, "The meeting is set for 2026-12-02, after the due date. Find an earlier day, or write down why there is none.")]
    [InlineData("annual-review", "2026-11-17", "2026-11-18", true, "The meeting is set for 2026-11-18, after the due date. Hold it, and write down today why it is late.")]
    [InlineData("annual-review", "2026-11-17", "2026-11-17", true, "The meeting is set for 2026-11-17, and its notice is on record. Hold it, and record that it was held.")]
    [InlineData("annual-review", "2026-12-01", "2026-11-13", true, "The meeting was set for 2026-11-13. Record that it was held, or set another and send its notice.")]
    [InlineData("initial-iep-meeting", "2026-12-17", "2026-12-15", false, "The meeting is set for 2026-12-15. See that its notice reaches the family in time, and hold it.")]
    [InlineData("section-504-year-meeting", "2026-12-17", "2026-12-15", true, "The meeting is set for 2026-12-15, and its notice is on record. Hold it, and record that it was held.")]
    [InlineData("progress-report", "2026-12-17", "2026-12-15", true, "Write the progress on every goal and send the report home.")]
    public void Nobody_is_told_to_set_a_meeting_that_is_set_or_to_hold_it_by_a_day_that_is_past(
        string obligation, string due, string meeting, bool isNoticed, string step)
    {
        var planned = meeting.Length == 0 ? null : new PlannedMeeting(Day(meeting), isNoticed);

        var said = StaffWords.NextStep(NoticeFixture.Due(obligation) with { DueOn = Day(due) }, planned, Today, LocalDatePattern.Iso.Format);

        Assert.Equal(step, said);
    }

    [Fact]
    public void Where_the_notice_of_a_meeting_is_late_nobody_is_told_that_it_can_be_in_time()
    {
        var planned = new PlannedMeeting(Day("2026-11-20"), IsNoticed: false) { IsNoticeLate = true };

        var said = StaffWords.NextStep(NoticeFixture.Due("annual-review") with { DueOn = Day("2026-12-01") }, planned, Today, LocalDatePattern.Iso.Format);

        Assert.StartsWith("The meeting is set for 2026-11-20, and its notice is late. Send the notice today", said, StringComparison.Ordinal);
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
