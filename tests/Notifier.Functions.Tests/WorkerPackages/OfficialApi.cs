namespace Notifier.Functions.Tests.WorkerPackages;

/// <summary>
/// What the packages of the isolated worker declare, of what this project uses: read in the sources of
/// Azure/azure-functions-dotnet-worker at fb11333. A member is written as type, name, and what may be done with it.
/// </summary>
internal static class OfficialApi
{
    private const string Worker = "Microsoft.Azure.Functions.Worker.";
    private const string Builder = Worker + "Builder.";

    public static IReadOnlyDictionary<string, string[]> Types { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Worker + "FunctionAttribute"] = ["new(String)", "String Name get"],
        [Worker + "TimerTriggerAttribute"] = ["new(String)", "String Schedule get", "Boolean UseMonitor get set", "Boolean RunOnStartup get set"],
        [Worker + "TimerInfo"] = ["new()", "ScheduleStatus ScheduleStatus get set", "Boolean IsPastDue get set"],
        [Worker + "ScheduleStatus"] = ["new()", "DateTime Last get set", "DateTime Next get set", "DateTime LastUpdated get set"],
        [Worker + "ServiceBusTriggerAttribute"] =
        [
            "new(String)", "new(String, String)", "String QueueName get", "String TopicName get", "String SubscriptionName get",
            "String Connection get set", "Boolean IsSessionsEnabled get set", "Boolean IsBatched get set",
            "Boolean AutoCompleteMessages get set",
        ],
        [Worker + "HttpTriggerAttribute"] =
        [
            "new()", "new(String[])", "new(AuthorizationLevel)", "new(AuthorizationLevel, String[])", "String Route get set",
            "String[] Methods get", "AuthorizationLevel AuthLevel get",
        ],
        [Worker + "AuthorizationLevel"] = ["Anonymous=0", "User=1", "Function=2", "System=3", "Admin=4"],
        [Builder + "FunctionsApplication"] = ["static FunctionsApplicationBuilder CreateBuilder(String[])"],
        [Builder + "FunctionsApplicationBuilder"] =
        [
            "IServiceCollection Services get", "IConfigurationManager Configuration get", "ILoggingBuilder Logging get",
            "IMetricsBuilder Metrics get", "IHostEnvironment Environment get", "IDictionary`2 Properties get", "IHost Build()",
            // Of IHostApplicationBuilder, which it implements.
            "Void ConfigureContainer(IServiceProviderFactory`1, Action`1)",
        ],
    };

    /// <summary>The classes that hold extension methods are not named in our code: only their methods count.</summary>
    public static IReadOnlyList<string> ExtensionMethods { get; } =
        [Builder + "ConfigureFunctionsWebApplication(FunctionsApplicationBuilder)"];
}
