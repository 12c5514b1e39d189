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
}
