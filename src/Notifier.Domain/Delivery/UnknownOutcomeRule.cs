using NodaTime;

namespace Notifier.Delivery;

/// <summary>
/// How long an attempt of unknown outcome is looked for before a person is asked. It is never sent again blindly: a
/// second text is a wrong word to a family, a staff task is not.
/// </summary>
public static class UnknownOutcomeRule
{
    /// <param name="dueOn">The due date the notice speaks of.</param>
    /// <param name="today">The district's date.</param>
    /// <returns>The shorter, the nearer the due date is, so that a person can still act in time.</returns>
    public static Duration LookFor(LocalDate dueOn, LocalDate today) =>
        Period.DaysBetween(today, dueOn) switch
        {
            <= 1 => Duration.FromMinutes(30),
            <= 7 => Duration.FromHours(2),
            _ => Duration.FromHours(24),
        };
}
