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

    private static ServiceProvider Services(string? collector) => new ServiceCollection()
        .AddFlowTelemetry(new ConfigurationBuilder()
            .AddInMemoryCollection([new("OTEL_EXPORTER_OTLP_ENDPOINT", collector)])
            .Build())
        .BuildServiceProvider();
}
