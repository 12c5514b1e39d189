using Notifier.Calendars;
using Notifier.DueDates.Counting;
using Notifier.Law.Counts;
using static Notifier.Law.PlanDateKind;

namespace Notifier.DueDates.Duties;

/// <summary>
/// Each teacher knows the plan (34 CFR 300.323(d)): by the first day of the school year, and within five school days
/// of a meeting held during it.
/// </summary>
internal sealed class PlanHandover : CountNode
{
    private const int SchoolDaysAfterMeeting = 5;
    private static readonly SchoolDayRuler SchoolDays = new();

    public override ulong Needs => Always;

    public override Counted Evaluate(PlanFacts facts)
    {
        var year = SchoolYearCycle.Of(facts);
        if (!year.IsFound || !facts.Has(IepMeetingHeld)
            || facts.LatestWithin(IepMeetingHeld, year.Day - 1, facts.AsOf + 1) is not { } meeting)
        {
            return year;
        }

        var start = Counted.On(meeting);
        var day = facts.Calendar.SchoolDayAfter(meeting, SchoolDaysAfterMeeting);
        if (day == SchoolCalendar.Unknown)
        {
            return Unfinished.Mark(facts, start);
        }

        facts.Trace?.Started(IepMeetingHeld, meeting);
        facts.Trace?.Counted(DayUnit.School, SchoolDays, SchoolDaysAfterMeeting, false, meeting, day);
        return start.To(day);
    }
}
