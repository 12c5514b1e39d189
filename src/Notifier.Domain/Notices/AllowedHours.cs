using NodaTime;
using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>
/// When a text may go out: from one local time until before another, on the recipient's own clock, and on Sundays only if
/// the district says so.
/// </summary>
public sealed class AllowedHours
{
    private readonly LocalTime from;
    private readonly LocalTime until;
    private readonly bool sundays;

    /// <exception cref="ArgumentException">The window is empty or crosses midnight.</exception>
    public AllowedHours(LocalTime from, LocalTime until, bool sundays = true)
    {
        if (from >= until)
        {
            throw new ArgumentException(
                $"Texts from {from:HH:mm} until {until:HH:mm}: the first time must be before the second. "
                + "Correct policies.textsFrom and policies.textsUntil in district.json.");
        }

        this.from = from;
        this.until = until;
        this.sundays = sundays;
    }

    public static AllowedHours Of(DistrictPolicies policies) => new(policies.TextsFrom, policies.TextsUntil, policies.TextsOnSundays);

    /// <summary>The same hours, on every day: for what would come too late on Monday.</summary>
    public AllowedHours OnSundaysToo() => new(from, until);

    /// <summary>Emails at any time; texts inside the window.</summary>
    public bool Allows(Channel channel, Instant at, DateTimeZone zone) =>
        channel == Channel.Email || IsOpen(at.InZone(zone).LocalDateTime);

    /// <summary>The first allowed moment that is not before <paramref name="now"/>.</summary>
    public Instant Next(Channel channel, Instant now, DateTimeZone zone)
    {
        if (channel == Channel.Email)
        {
            return now;
        }

        // Interval by interval, because only inside one does the local clock run evenly: a clock change may skip
        // the opening hour, or bring an hour of the window back.
        var at = now;
        while (true)
        {
            var interval = zone.GetZoneInterval(at);
            var local = at.WithOffset(interval.WallOffset).LocalDateTime;
            if (IsOpen(local))
            {
                return at;
            }

            var day = local.TimeOfDay < from ? local.Date : local.Date.PlusDays(1);
            day = IsOpenOn(day) ? day : day.PlusDays(1);
            var opening = (day + from).WithOffset(interval.WallOffset).ToInstant();
            if (!interval.HasEnd || opening < interval.End)
            {
                return opening;
            }

            at = interval.End;
        }
    }

    /// <summary>The moment at which a text that may go out now may not any more.</summary>
    public Instant Closing(Instant now, DateTimeZone zone) =>
        zone.ResolveLocal(now.InZone(zone).Date + until, NodaTime.TimeZones.Resolvers.CreateMappingResolver(
            NodaTime.TimeZones.Resolvers.ReturnEarlier, NodaTime.TimeZones.Resolvers.ReturnStartOfIntervalAfter)).ToInstant();

    private bool IsOpen(LocalDateTime local) =>
        local.TimeOfDay >= from && local.TimeOfDay < until && IsOpenOn(local.Date);

    private bool IsOpenOn(LocalDate day) => sundays || day.DayOfWeek != IsoDayOfWeek.Sunday;
}
