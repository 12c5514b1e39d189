using System.Text.Json;
using Notifier.Calendars;
using Notifier.DueDates;
using Notifier.Law;

namespace Notifier.Reminders;

/// <summary>Who is told of each obligation, and how many days before (or after) it is due.</summary>
public sealed class ReminderLadder
{
    private static readonly Lazy<ReminderLadder> Shipped = new(LoadShipped);

    private readonly Dictionary<ObligationId, LadderStep[]> steps;

    private ReminderLadder(IEnumerable<LadderStep> steps) =>
        this.steps = steps
            .GroupBy(step => step.Obligation)
            .ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The ladder that stands in <c>ladder.json</c>: a rung for every obligation.</summary>
    public static ReminderLadder Default => Shipped.Value;

    /// <summary>Every obligation with a rung, in order.</summary>
    public IReadOnlyList<ObligationId> Obligations => [.. steps.Keys.Order()];

    /// <summary>The default ladder, but an obligation named here has exactly the steps named here.</summary>
    /// <param name="overrides">As <see cref="LadderFile"/> reads them; empty: the default ladder.</param>
    public static ReminderLadder From(IReadOnlyList<LadderStep> overrides)
    {
        if (overrides.Count == 0)
        {
            return Default;
        }

        var replaced = overrides.Select(step => step.Obligation).ToHashSet();
        return new ReminderLadder(
            Default.steps.Where(entry => !replaced.Contains(entry.Key)).SelectMany(entry => entry.Value).Concat(overrides));
    }

    /// <summary>Farthest before the due date first; empty for an obligation without a rung.</summary>
    public IReadOnlyList<LadderStep> StepsFor(ObligationId obligation) => steps.GetValueOrDefault(obligation, []);

    /// <summary>
    /// The reminders of one due date, in the order of their days; none for a duty that is met, no longer owed or
    /// without a date. A rung that falls on another one's day gives way to the one nearer to the due date (or,
    /// after it, to the later one).
    /// </summary>
    /// <param name="districtId">Goes into each reminder.</param>
    /// <param name="due">As calculated today.</param>
    /// <param name="calendar">Of the student's school.</param>
    public IReadOnlyList<Reminder> RemindersFor(string districtId, DueDate due, SchoolCalendar calendar)
    {
        if (due.DueOn is not { } dueOn || due.Status is DueStatus.Met or DueStatus.MetLate or DueStatus.NotOwed)
        {
            return [];
        }

        var days = new StepDays(due, dueOn, calendar);
        return [.. StepsFor(due.Obligation)
            .SelectMany(days.Of)
            .GroupBy(day => (day.On, day.Step.Audience))
            .Select(sameDay => sameDay.OrderBy(day => day.Step.DaysBefore).First())
            .OrderBy(day => day.On)
            .ThenBy(day => day.Step.Audience)
            .Select(day => new Reminder
            {
                DistrictId = districtId,
                PlanId = due.PlanId,
                StudentId = due.StudentId,
                Obligation = due.Obligation,
                Part = due.Part,
                DueOn = dueOn,
                StepId = day.StepId,
                Audience = day.Step.Audience,
                On = day.On,
                LastUsefulDay = day.Step.Audience == Audience.Family ? days.PlannedDay ?? dueOn : null,
            })];
    }

    private static ReminderLadder LoadShipped()
    {
        using var document = ShippedLadder.Open();
        var reading = LadderFile.ReadSteps(document.RootElement.GetProperty("steps"), known: null, families: null);
        return reading.Problems.Count == 0
            ? new ReminderLadder(reading.Steps)
            : throw new JsonException($"ladder.json {reading.Problems[0].Path}: {reading.Problems[0].Message}");
    }
}
