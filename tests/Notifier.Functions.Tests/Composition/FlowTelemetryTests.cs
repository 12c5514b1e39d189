using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Notifier.Application.Runs;
using Notifier.Functions.Composition;

namespace Notifier.Functions.Tests.Composition;

public sealed class FlowTelemetryTests
{
    [Fact]
    public void The_flow_is_traced_where_a_collector_is_named_and_nowhere_else()
    {
        using var without = Services(null);
        Assert.Null(without.GetService<FlowTelemetry>());
        Assert.Null(FlowTrace.Start("nobody listens"));

        // Nothing answers there: what is handed over is dropped, and the flow does not notice.
        using var with = Services("http://127.0.0.1:1");
        Assert.NotNull(with.GetRequiredService<FlowTelemetry>());
        using var step = FlowTrace.Start("RaiseShard", ("shard", 3));
        Assert.Equal(3, step?.GetTagItem("notifier.shard"));
    }

    [Fact]
    public void A_setting_left_empty_names_no_collector()
    {
        using var empty = Services("");

        Assert.Null(empty.GetService<FlowTelemetry>());
    }

    [Fact]
    public void A_step_is_recorded_although_the_host_hands_on_an_activity_that_is_not_sampled()
    {
        using var services = Services("http://127.0.0.1:1");
        Assert.NotNull(services.GetRequiredService<FlowTelemetry>());
        var host = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None, isRemote: true);

        using var received = FlowTrace.Receive("notices-due", $"00-{host.TraceId}-{host.SpanId}-00");
        using var step = FlowTrace.Start("SendNotice", ("attempt", 1));

        Assert.Equal((host.TraceId, host.SpanId), (received!.TraceId, received.ParentSpanId));
        Assert.True(received.Recorded);
        Assert.True(step!.Recorded);
        Assert.Equal(1, step.GetTagItem("notifier.attempt"));
    }

    private static ServiceProvider Services(string? collector) => new ServiceCollection()
        .AddFlowTelemetry(new ConfigurationBuilder()
            .AddInMemoryCollection([new("OTEL_EXPORTER_OTLP_ENDPOINT", collector)])
            .Build())
        .BuildServiceProvider();
}
