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
    public static Instant? NextTry(string attemptId, Instant now, Instant usefulUntil)
    {
        var number = AttemptId.NumberOf(attemptId);
        if (number >= MostAttempts)
        {
            return null;
        }

        var delay = Delays[Math.Min(number, Delays.Length) - 1];
        var spread = SHA256.HashData(Encoding.UTF8.GetBytes(attemptId))[0] / 1024.0;
        var next = now + delay + Duration.FromSeconds(Math.Floor(delay.TotalSeconds * spread));
        return next < usefulUntil ? next : null;
    }
}
