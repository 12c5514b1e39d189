using System.Globalization;
using Azure.Core;
using NodaTime;

namespace Notifier.Adapters.AzureRest;

/// <summary>
/// How long to wait before the next attempt: doubling, with jitter, and never shorter than the server asks for.
/// </summary>
internal sealed class RetryWaits(RetrySettings settings, IClock clock)
{
    private readonly Random jitter = settings.Seed is { } seed ? new Random(seed) : new Random();
    private readonly Lock gate = new();

    public RetrySettings Settings => settings;

    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    /// <param name="asked">What the server asked for; null: nothing.</param>
    public TimeSpan After(int attempt, TimeSpan? asked)
    {
        var doubled = settings.FirstWait * Math.Pow(2, attempt - 1);
        var most = doubled < settings.LongestWait ? doubled : settings.LongestWait;
        TimeSpan wait;
        lock (gate)
        {
            // At least half: a wait of nearly nothing would not relieve a busy server.
            wait = most * (0.5 + (jitter.NextDouble() / 2));
        }

        return asked is { } least && least > wait ? least : wait;
    }

    /// <summary>Retry-After in seconds or as a date, or its finer forms in milliseconds.</summary>
    public TimeSpan? AskedBy(ResponseHeaders headers)
    {
        foreach (var name in (ReadOnlySpan<string>)["retry-after-ms", "x-ms-retry-after-ms"])
        {
            if (headers.TryGetValue(name, out var milliseconds)
                && int.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return TimeSpan.FromMilliseconds(count);
            }
        }

        if (!headers.TryGetValue("Retry-After", out var text))
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment - clock.GetCurrentInstant().ToDateTimeOffset()
            : null;
    }
}
