using NodaTime;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Reach;

/// <summary>When one notice goes out: not before its moment, and a text only in the hours that are allowed.</summary>
public static class SendingMoment
{
    /// <returns><paramref name="now"/>: at once.</returns>
    public static Instant For(
        Recipient recipient, DistrictPolicies policies, Instant now, Instant? notBefore, Instant usefulUntil)
    {
        var from = Instant.Max(now, notBefore ?? now);
        var hours = AllowedHours.Of(policies);
        var allowedAt = hours.Next(recipient.Channel, from, recipient.TimeZone);
        return allowedAt > now && allowedAt >= usefulUntil - Duration.FromDays(1)
            // Monday would be the last day, or too late: then a Sunday is better.
            ? hours.OnSundaysToo().Next(recipient.Channel, from, recipient.TimeZone)
            : allowedAt;
    }
}
