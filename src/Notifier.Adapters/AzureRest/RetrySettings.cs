namespace Notifier.Adapters.AzureRest;

/// <summary>How often and how patiently a call is repeated when its answer is lost or says "later".</summary>
public sealed record RetrySettings
{
    public static RetrySettings Default { get; } = new();

    public int MostAttempts { get; init; } = 6;

    /// <summary>Before the second attempt; doubled for each further one.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(400);

    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>An attempt without an answer after this time counts as lost.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Of the jitter; null: another in every process, so that many do not come back at the same moment.
    /// </summary>
    public int? Seed { get; init; }
}
