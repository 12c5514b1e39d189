using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Notifier.Delivery;

/// <summary>How long to wait after an attempt of which it is certain that nothing went out.</summary>
public static class RetryDelays
{
    private static readonly Duration[] Delays =
    [
        Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(15), Duration.FromHours(1),
        Duration.FromHours(4),
    ];

    /// <summary>About a day of tries; what fails that long is for a person.</summary>
    private const int MostAttempts = 10;

    /// <summary>
    /// When to try again, or null when that would be after <paramref name="usefulUntil"/>: the notice is then not sent. Null, too, after the tenth attempt.
    /// </summary>
    /// <remarks>
    /// Up to a quarter is added, derived from the attempt's id: retries spread out, and the same attempt always gets
    /// the same delay.
    /// </remarks>
    /// <param name="attemptId">Of the attempt that failed.</param>
    /// <param name="now">The moment.</param>
    /// <param name="usefulUntil">No try is made from it on.</param>
    /// <param name="retryAfter">As the provider asked; what is added comes on top, so that not all come back at once.</param>
    public static Instant? NextTry(string attemptId, Instant now, Instant usefulUntil, Duration? retryAfter = null)
    {
        var number = AttemptId.NumberOf(attemptId);
        if (number >= MostAttempts)
        {
            return null;
        }

        var delay = Delays[Math.Min(number, Delays.Length) - 1];
        var spread = SHA256.HashData(Encoding.UTF8.GetBytes(attemptId))[0] / 1024.0;
        var wait = retryAfter is { } asked ? Duration.Max(asked, delay) : delay;
        var next = now + wait + Duration.FromSeconds(Math.Floor(delay.TotalSeconds * spread));
        return next < usefulUntil ? next : null;
    }
}
