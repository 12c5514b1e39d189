using Notifier.Law;

namespace Notifier.PlanDates.Contradictions;

/// <summary>What has happened lies not in the future; only what is planned or agreed may.</summary>
internal sealed class NotYetHappened : IContradictionRule
{
    private const int PlannedYearsAhead = 2;

    public IEnumerable<Contradiction> Find(DatesOfPlan dates)
    {
        foreach (var date in dates.Plan.Dates.Where(date => date.Date > dates.Today))
        {
            if (!DatesAhead.MayBe(date.Kind))
            {
                yield return new Contradiction(
                    date, $"{Words.Of(date.Kind)} lies in the future, but names something that has happened",
                    date.Kind == PlanDateKind.IepMeetingHeld ? "Correct the date; a planned meeting is meetingScheduled" : "Check the year and the month");
            }
            else if (date.Date > dates.Today.PlusYears(PlannedYearsAhead))
            {
                yield return new Contradiction(date, $"{Words.Of(date.Kind)} lies more than {PlannedYearsAhead} years ahead", "Check the year");
            }
        }
    }
}
