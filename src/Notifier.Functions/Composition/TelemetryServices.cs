using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;

namespace Notifier.Functions.Composition;

/// <summary>Logs, traces and metrics over OTLP, when OpenTelemetry's own setting names a collector.</summary>
public static class TelemetryServices
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddFlowTelemetry(this IServiceCollection services, IConfiguration configuration) =>
        Settings.Setting.FindAddress(configuration, Endpoint) is null
            ? services
            : services
                .AddSingleton<FlowTelemetry>()
                .AddHostedService(provider => provider.GetRequiredService<FlowTelemetry>())
                .AddLogging(log => log.AddOpenTelemetry(
                    options => options.SetResourceBuilder(FlowTelemetry.Resource()).AddOtlpExporter()));
}
