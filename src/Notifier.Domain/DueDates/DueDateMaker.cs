using Notifier.Calendars;
using Notifier.DueDates.Counting;
using Notifier.DueDates.Duties;
using Notifier.Law;
using Notifier.Obligations;

namespace Notifier.DueDates;

/// <summary>Makes the due dates of one obligation: one, or one for each goal.</summary>
internal sealed class DueDateMaker(ObligationClock clock, int dueSoonDays)
{
    private readonly Standing standing = new(clock, dueSoonDays);
    private readonly bool perGoal = clock.Entry.Id == ObligationIds.GoalReview;

    public ulong Needs => clock.Needs;

    public ObligationId Obligation => clock.Entry.Id;

    public void AddTo(List<DueDate> found, PlanFacts facts)
    {
        if (perGoal)
        {
            AddGoals(found, facts);
            return;
        }

        var counted = clock.Count(facts, out var version);
        if (counted.IsNotRecorded || clock.Concerns?.Invoke(facts, counted) == false)
        {
            return;
        }

        found.Add(Make(facts, counted, version!, ""));
    }

    private void AddGoals(List<DueDate> found, PlanFacts facts)
    {
        if (!facts.Has(PlanDateKind.GoalDue))
        {
            return;
        }

        var version = clock.Versions.First();
        foreach (var (goal, due, since) in GoalReview.Goals(facts))
        {
            facts.Trace?.Started(PlanDateKind.GoalDue, due);
            var dueDate = Make(facts, Counted.On(due), version, goal);
            var metOn = facts.FirstWithDetail(PlanDateKind.GoalReviewed, goal, since, facts.AsOf);
            found.Add(dueDate with
            {
                Status = metOn is null ? dueDate.Status : metOn > due ? DueStatus.MetLate : DueStatus.Met,
                MetOn = metOn is { } met ? DayNumber.ToDate(met) : null,
            });
        }
    }

    private DueDate Make(PlanFacts facts, Counted counted, CountVersion version, string part)
    {
        var status = standing.Of(facts, counted, version, out var metOn);
        facts.Trace?.Finish();
        var practical = counted.IsFound ? facts.Calendar.PracticalDay(counted.Day) : SchoolCalendar.Unknown;
        return new DueDate
        {
            PlanId = facts.Record.Plan.PlanId,
            StudentId = facts.Record.Plan.StudentId,
            Obligation = clock.Entry.Id,
            Part = part,
            StartedOn = DayNumber.ToDate(counted.Start),
            DueOn = counted.IsFound ? DayNumber.ToDate(counted.Day) : null,
            LastPracticalDay = practical == SchoolCalendar.Unknown ? null : DayNumber.ToDate(practical),
            Status = status,
            MetOn = metOn is { } met ? DayNumber.ToDate(met) : null,
            Law = version.Law,
            Problem = counted.Problem,
        };
    }
}
