using NodaTime;

namespace Notifier.Reminders;

/// <summary>What is still worth saying of reminders whose day has passed unraised (an outage, a first import).</summary>
public static class CatchUp
{
    /// <summary>
    /// The latest reminder of each plan, obligation, part and audience: after an outage a person hears once where
    /// things stand, not once for every rung that was missed. What is no longer useful to anyone is left out.
    /// </summary>
    /// <param name="missed">Reminders on or before today that were not raised; any order.</param>
    /// <param name="today">The district's date.</param>
    /// <returns>In the order of their days.</returns>
    public static IReadOnlyList<Reminder> Latest(IEnumerable<Reminder> missed, LocalDate today) =>
        [.. missed
            .Where(reminder => IsUseful(reminder, today))
            .GroupBy(reminder => (
                reminder.DistrictId, reminder.PlanId, reminder.Obligation, reminder.Part, reminder.Audience))
            .Select(same => same
                .OrderByDescending(reminder => reminder.On)
                .ThenByDescending(reminder => reminder.DueOn)
                .ThenBy(reminder => reminder.StepId, StringComparer.Ordinal)
                .First())
            .OrderBy(reminder => reminder.On)
            .ThenBy(reminder => reminder.PlanId, StringComparer.Ordinal)
            .ThenBy(reminder => reminder.Obligation)
            .ThenBy(reminder => reminder.Audience)];

    /// <summary>
    /// What families were not told while it was of use, and hear nothing else of: the latest of each plan, obligation and
    /// part without a useful one.
    /// </summary>
    /// <param name="missed">Reminders on or before today that were not raised; any order.</param>
    /// <param name="today">The district's date.</param>
    public static IEnumerable<Reminder> TooLate(IEnumerable<Reminder> missed, LocalDate today) => missed
        .Where(reminder => reminder.Audience == Audience.Family)
        .GroupBy(reminder => (reminder.DistrictId, reminder.PlanId, reminder.Obligation, reminder.Part, reminder.DueOn))
        .Where(same => !same.Any(reminder => IsUseful(reminder, today)))
        .Select(same => same.MaxBy(reminder => reminder.On)!);

    private static bool IsUseful(Reminder reminder, LocalDate today) =>
        reminder.LastUsefulDay is not { } last || last >= today;
}
