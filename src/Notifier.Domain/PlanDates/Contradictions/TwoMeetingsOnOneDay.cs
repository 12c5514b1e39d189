using Notifier.Law;

namespace Notifier.PlanDates.Contradictions;

/// <summary>A meeting that gets another hour keeps its row; a second row of the day leaves open which hour holds.</summary>
internal sealed class TwoMeetingsOnOneDay : IContradictionRule
{
    public IEnumerable<Contradiction> Find(DatesOfPlan dates) => dates.All(PlanDateKind.MeetingScheduled)
        .GroupBy(meeting => meeting.Date)
        .Where(day => day.Count() > 1)
        .Select(day => new Contradiction(
            day.Last(), $"{Words.Of(PlanDateKind.MeetingScheduled)} stands there {day.Count()} times for this day",
            "Keep the row with the hour and place that hold; the family is told of one"));
}
