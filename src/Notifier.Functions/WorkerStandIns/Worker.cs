using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// The few types of the isolated worker's packages that this project uses, with their names, namespaces and members.
// They are left out when the packages are there (Notifier.Functions.csproj); a test compares them with the packages'.
namespace Microsoft.Azure.Functions.Worker
{
    /// <summary>Stands in for the official attribute: marks a method as a function.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class FunctionAttribute(string name) : Attribute
    {
        public string Name { get; } = name;
    }

    /// <summary>Stands in for the official attribute: six fields, UTC.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class TimerTriggerAttribute(string schedule) : Attribute
    {
        public string Schedule { get; } = schedule;

        public bool UseMonitor { get; set; } = true;

        public bool RunOnStartup { get; set; }
    }

    /// <summary>Stands in for the official type: why a timer function is called.</summary>
    public class TimerInfo
    {
        public ScheduleStatus? ScheduleStatus { get; set; }

        public bool IsPastDue { get; set; }
    }

    /// <summary>Stands in for the official type; UTC.</summary>
    public class ScheduleStatus
    {
        public DateTime Last { get; set; }

        public DateTime Next { get; set; }

        public DateTime LastUpdated { get; set; }
    }

    /// <summary>Stands in for the official attribute: called for each message of a queue.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class ServiceBusTriggerAttribute(string queueName) : Attribute
    {
        public string QueueName { get; } = queueName;

        /// <summary>The name (prefix) of the settings that hold the connection.</summary>
        public string? Connection { get; set; }
    }

    /// <summary>Stands in for the official attribute: called for HTTP requests.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
    {
        public string? Route { get; set; }

        public AuthorizationLevel AuthLevel { get; } = authLevel;

        public string[]? Methods { get; } = methods;
    }

    /// <summary>Stands in for the official type: which key a caller must show.</summary>
    public enum AuthorizationLevel
    {
        Anonymous = 0,
        User = 1,
        Function = 2,
        System = 3,
        Admin = 4,
    }
}

namespace Microsoft.Azure.Functions.Worker.Builder
{
    /// <summary>Stands in for the official type: where the program begins.</summary>
    public static class FunctionsApplication
    {
        public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(Host.CreateApplicationBuilder(args));
    }

    /// <summary>Stands in for the official type: a host that waits for nobody's calls.</summary>
    public sealed class FunctionsApplicationBuilder : IHostApplicationBuilder
    {
        private readonly HostApplicationBuilder host;

        internal FunctionsApplicationBuilder(HostApplicationBuilder host) => this.host = host;

        public IServiceCollection Services => host.Services;

        public IConfigurationManager Configuration => host.Configuration;

        public ILoggingBuilder Logging => host.Logging;

        public IMetricsBuilder Metrics => host.Metrics;

        public IHostEnvironment Environment => host.Environment;

        public IDictionary<object, object> Properties => ((IHostApplicationBuilder)host).Properties;

        public IHost Build() => host.Build();

        public void ConfigureContainer<TContainerBuilder>(
            IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
            where TContainerBuilder : notnull => host.ConfigureContainer(factory, configure);
    }

    /// <summary>Stands in for the official type: requests are those of ASP.NET Core.</summary>
    public static class FunctionsWebApplicationExtensions
    {
        public static void ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) =>
            ArgumentNullException.ThrowIfNull(builder);
    }
}
