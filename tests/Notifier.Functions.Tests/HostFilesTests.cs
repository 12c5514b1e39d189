using System.Text.Json;

namespace Notifier.Functions.Tests;

/// <summary>The files the host and azd read.</summary>
public sealed class HostFilesTests
{
    private static readonly JsonElement Host = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json"))).RootElement;

    [Fact]
    public void A_message_keeps_its_lock_as_long_as_its_function_may_run()
    {
        var serviceBus = Host.GetProperty("extensions").GetProperty("serviceBus");
        var functionTimeout = TimeSpan.Parse(Host.GetProperty("functionTimeout").GetString()!, null);

        Assert.True(TimeSpan.Parse(serviceBus.GetProperty("maxAutoLockRenewalDuration").GetString()!, null) >= functionTimeout);
        Assert.True(serviceBus.GetProperty("autoCompleteMessages").GetBoolean());
        Assert.Equal(0, serviceBus.GetProperty("prefetchCount").GetInt32());
    }

    [Fact]
    public void Nothing_that_tells_of_a_failure_is_sampled_away()
    {
        // A problem is a warning, hence a trace; the alerts look at traces and requests.
        var sampling = Host.GetProperty("logging").GetProperty("applicationInsights").GetProperty("samplingSettings");

        Assert.Equal(["Event", "Exception", "Request", "Trace"], sampling.GetProperty("excludedTypes").GetString()!.Split(';').Order());
        Assert.Equal("Information", Host.GetProperty("logging").GetProperty("logLevel").GetProperty("default").GetString());
    }

    [Fact]
    public void Extensions_come_from_the_build_not_from_a_bundle() =>
        Assert.False(Host.TryGetProperty("extensionBundle", out _));
}
