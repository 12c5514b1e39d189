using NodaTime;
using Notifier.Calendars;
using Notifier.Law;

namespace Notifier.DueDates.Counting;

/// <summary>Clock hours before a meeting: real hours in the district's zone, or whole days when no time is recorded.</summary>
internal sealed class HoursBeforeNode(int hours, DateTimeZone zone, CountNode from) : CountNode
{
    public override ulong Needs { get; } = from.Needs;

    public override PlanDateKind? StartKind => from.StartKind;

    public override Counted Evaluate(PlanFacts facts)
    {
        var start = from.Evaluate(facts);
        if (!start.IsFound)
        {
            return start;
        }

        var time = StartKind is { } kind ? MeetingTime.Of(facts.Details(kind, start.Day)) : null;
        if (time is not { } startTime)
        {
            var whole = start.Day - ((hours + 23) / 24);
            facts.Trace?.HoursBack(hours, DayNumber.ToDate(start.Day), null, DayNumber.ToDate(whole), null);
            return start.To(whole);
        }

        var meeting = DayNumber.ToDate(start.Day) + startTime;
        var latest = zone.AtLeniently(meeting).Minus(Duration.FromHours(hours)).LocalDateTime;
        facts.Trace?.HoursBack(hours, meeting.Date, startTime, latest.Date, latest.TimeOfDay);
        return start.To(DayNumber.Of(latest.Date));
    }
}
