using NodaTime;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Domain.Tests.Notices;

public sealed class MeetingFactsTests
{
    [Theory]
    [InlineData("14:30; Room 12; inPerson", "14:30", "Room 12", MeetingFormat.InPerson)]
    [InlineData("9:05;Library;video", "09:05", "Library", MeetingFormat.Video)]
    [InlineData("phone; 08:00", "08:00", "", MeetingFormat.Phone)]
    [InlineData("Room 12; second floor; in person", null, "Room 12, second floor", MeetingFormat.InPerson)]
    [InlineData("", null, "", MeetingFormat.InPerson)]
    public void Reads_time_place_and_format_in_any_order(string detail, string? at, string place, MeetingFormat format)
    {
        var facts = MeetingFacts.From(new PlanDate(PlanDateKind.MeetingScheduled, new(2026, 10, 22), detail));

        Assert.Equal(new LocalDate(2026, 10, 22), facts.On);
        Assert.Equal((at, place, format), (facts.At?.ToString("HH:mm", null), facts.Place, facts.Format));
    }

    [Fact]
    public void Purpose_and_people_are_told_from_the_place()
    {
        var facts = MeetingFacts.From(new PlanDate(
            PlanDateKind.MeetingScheduled, new LocalDate(2027, 1, 26), "14:30; Room 12; purpose: Yearly review; with: Ms Reyes, the principal; video"));

        Assert.Equal(("Room 12", "Yearly review", "Ms Reyes, the principal"), (facts.Place, facts.Purpose, facts.With));
        Assert.Equal((new LocalTime(14, 30), MeetingFormat.Video), (facts.At, facts.Format));
    }
}
