using NodaTime;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Meetings;

/// <summary>A recipient knows a meeting otherwise than the plan has it.</summary>
/// <param name="Chain">What this person knows.</param>
/// <param name="To">What holds now; null: the meeting is off.</param>
public sealed record MeetingMove(ToldChain Chain, MeetingFacts? To)
{
    /// <summary>What one recipient has to be told, given all this person knows of one plan's meetings.</summary>
    /// <remarks>
    /// Only meetings still ahead: of a past one nothing can be put right. A meeting that is not on the plan any more has
    /// moved to the nearest one that the person does not know, else it is off; one that was called off is on again when
    /// there is such a one.
    /// </remarks>
    public static IReadOnlyList<MeetingMove> Of(IReadOnlyList<ToldChain> chains, PlanRecord plan, LocalDate today)
    {
        var planned = Planned(plan).Where(meeting => meeting.On >= today).ToList();
        var free = planned.Where(meeting => chains.All(chain => chain.Last != ToldMeeting.Of(meeting))).ToList();
        var moves = new List<MeetingMove>();
        foreach (var chain in chains.Where(chain => chain.Last.On >= today).OrderBy(chain => chain.Last.IsCancelled))
        {
            if (Holds(chain, planned, plan))
            {
                continue;
            }

            var to = free.OrderBy(one => Math.Abs(Period.DaysBetween(chain.Last.On, one.On))).ThenBy(one => one.On).FirstOrDefault();
            if (to is not null)
            {
                free.Remove(to);
            }

            if (to is not null || !chain.Last.IsCancelled)
            {
                moves.Add(new MeetingMove(chain, to));
            }
        }

        return moves;
    }

    /// <summary>The meetings on a plan, in order.</summary>
    public static IEnumerable<MeetingFacts> Planned(PlanRecord plan) => plan.Dates
        .Where(date => date.Kind == PlanDateKind.MeetingScheduled)
        .Select(MeetingFacts.From)
        .OrderBy(meeting => meeting.On);

    // On the very day with the very details; or held on that day, whatever became of the planned one.
    private static bool Holds(ToldChain chain, List<MeetingFacts> planned, PlanRecord plan) =>
        !chain.Last.IsCancelled
        && (planned.Exists(meeting => ToldMeeting.Of(meeting) == chain.Last)
            || plan.Dates.Any(date => date.Kind == PlanDateKind.IepMeetingHeld && date.Date == chain.Last.On));
}
