using Microsoft.Extensions.Hosting;
using Notifier.Application.Runs;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Notifier.Functions.Composition;

/// <summary>Hands the flow's traces and metrics to a collector, from the moment it is made until it is disposed of.</summary>
public sealed class FlowTelemetry : IHostedService, IDisposable
{
    // What the isolated worker calls the activity of an invocation.
    private const string WorkerSource = "Microsoft.Azure.Functions.Worker";

    private readonly TracerProvider traces = Sdk.CreateTracerProviderBuilder()
        .SetResourceBuilder(Resource())
        // The host's own activities are not sampled (-00), and the default would leave out whatever they are parents of.
        .SetSampler(new AlwaysOnSampler())
        .AddSource(FlowTrace.SourceName, WorkerSource)
        .AddOtlpExporter()
        .Build();

    private readonly MeterProvider metrics = Sdk.CreateMeterProviderBuilder()
        .SetResourceBuilder(Resource())
        .AddMeter(FlowMeter.Name)
        .AddOtlpExporter()
        .Build();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        traces.ForceFlush();
        metrics.ForceFlush();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        traces.Dispose();
        metrics.Dispose();
    }

    internal static ResourceBuilder Resource() =>
        ResourceBuilder.CreateDefault().AddService("notifier").AddEnvironmentVariableDetector();
}
