using NodaTime;
using Notifier.Calendars;
using Notifier.PlanDates;

namespace Notifier.ScheduleChanges;

/// <summary>The evenings on which a family hears of one day, by the family's own clock.</summary>
/// <param name="Before">The evening hour of the day before.</param>
/// <param name="Early">The evening hour of the last school day, when that is another day and the district wants it.</param>
/// <param name="EarlyUntil">The end of that evening.</param>
public sealed record Evenings(Instant Before, Instant? Early, Instant? EarlyUntil)
{
    /// <remarks>An hour that a clock change skips is told after it; one that comes twice is told the first time.</remarks>
    public static Evenings Of(LocalDate day, DistrictPolicies policies, SchoolCalendar calendar, DateTimeZone zone)
    {
        var eve = day.PlusDays(-1);
        var before = zone.AtLeniently(eve + policies.EveningHour).ToInstant();
        var lastDay = policies.ChangesAlsoOnLastSchoolDay ? calendar.LastSchoolDayOnOrBefore(eve) : null;
        return lastDay is { } early && early != eve
            ? new Evenings(before, zone.AtLeniently(early + policies.EveningHour).ToInstant(), zone.AtStartOfDay(early.PlusDays(1)).ToInstant())
            : new Evenings(before, null, null);
    }

    /// <summary>When to tell what becomes known now: on the next evening, and at once when that is over.</summary>
    public Instant Next(Instant now) =>
        now < Early ? Early.Value
        : now < EarlyUntil ? now
        : Instant.Max(now, Before);
}
