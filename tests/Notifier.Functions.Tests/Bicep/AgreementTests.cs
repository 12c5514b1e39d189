using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Notifier.Application.Queues;
using Notifier.Application.Storage;
using Notifier.Functions.Settings;

namespace Notifier.Functions.Tests.Bicep;

/// <summary>Names and numbers that stand in Bicep, in host.json and in the code are the same ones.</summary>
public sealed partial class AgreementTests
{
    private const BindingFlags Constants = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;

    private static IEnumerable<(string Function, Attribute Trigger)> Triggers =>
        from method in typeof(SendNotice).Assembly.GetTypes().SelectMany(type => type.GetMethods())
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        from trigger in method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes())
        where trigger.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal)
        select (function.Name, trigger);

    private static IEnumerable<string> Named => Triggers.Select(pair => pair.Trigger switch
    {
        ServiceBusTriggerAttribute queue => queue.QueueName,
        TimerTriggerAttribute timer => timer.Schedule,
        _ => "",
    });

    [Fact]
    public void Bicep_makes_the_queues_that_the_code_names()
    {
        var code = typeof(QueueNames).GetFields().Select(field => (string)field.GetRawConstantValue()!);

        Same(code, Infra.Module("messaging").Texts("queues"), "queue", "infra/modules/messaging.bicep", "QueueNames.cs");
    }

    [Fact]
    public void Every_function_waits_on_a_queue_that_Bicep_makes()
    {
        foreach (var (function, trigger) in Triggers.Where(pair => pair.Trigger is ServiceBusTriggerAttribute))
        {
            var queue = Resolve(((ServiceBusTriggerAttribute)trigger).QueueName);
            Assert.True(
                Infra.Module("messaging").Texts("queues").Contains(queue),
                $"{function} waits on '{queue}': add it to queues in infra/modules/messaging.bicep.");
        }
    }

    [Fact]
    public void Bicep_writes_every_setting_that_a_trigger_names()
    {
        var missing = Named.Where(IsSetting).Select(name => name.Trim('%')).Where(name => !Infra.Settings.ContainsKey(name));

        Assert.True(!missing.Any(), $"Add to flowSettings in infra/modules/functions.bicep: {string.Join(", ", missing)}");
    }

    [Fact]
    public void Bicep_writes_the_schedules_and_queue_names_that_ship() =>
        Assert.Equal(
            ShippedSettings.All.OrderBy(setting => setting.Key, StringComparer.Ordinal),
            Infra.Module("functions").Named("flowSettings").Properties
                .Select(property => KeyValuePair.Create(property.Key, property.Value)).OrderBy(setting => setting.Key, StringComparer.Ordinal));

    [Fact]
    public void The_alerts_ask_for_functions_that_are_there()
    {
        var functions = Triggers.Select(pair => pair.Function).ToHashSet(StringComparer.Ordinal);
        var asked = Infra.Module("alerts").Texts("logAlerts")
            .SelectMany(text => AskedFunctions().Matches(text)).SelectMany(match => Quoted().Matches(match.Value))
            .Select(match => match.Groups[1].Value).ToList();

        Assert.Contains("WatchRuns", asked);
        Assert.Contains("Web", asked);
        Assert.All(asked, name => Assert.Contains(name, functions));
    }

    [Fact]
    public void The_alert_on_silence_listens_to_a_timer_that_runs_many_times_in_its_window()
    {
        var text = File.ReadAllText(Infra.Module("alerts").Path);
        var silent = Silent().Match(text);
        var listened = Assert.Single(Triggers, pair => pair.Function == silent.Groups[1].Value);

        var schedule = Resolve(Assert.IsType<TimerTriggerAttribute>(listened.Trigger).Schedule);

        var minutes = EveryMinutes().Match(schedule);
        Assert.True(minutes.Success, $"{listened.Function} runs at '{schedule}', not every few minutes.");
        Assert.True(
            Time(silent.Groups[2].Value) >= 6 * Duration.FromMinutes(int.Parse(minutes.Groups[1].Value, null)),
            $"{silent.Groups[2].Value} of silence is less than six runs of {listened.Function}: telemetry may be late.");
    }

    [Fact]
    public void Bicep_writes_the_connection_of_the_queue_triggers_by_identity()
    {
        var connections = Triggers.Select(pair => pair.Trigger).OfType<ServiceBusTriggerAttribute>().Select(trigger => trigger.Connection).Distinct();

        var connection = Assert.Single(connections);
        Assert.Equal("managedidentity", Infra.Settings[$"{connection}__credential"]);
        Assert.Contains($"{connection}__clientId", Infra.Settings.Keys);
        Assert.Contains($"{connection}__fullyQualifiedNamespace", Infra.Settings.Keys);
    }

    [Fact]
    public void Schedules_have_six_fields()
    {
        var schedules = Triggers.Select(pair => pair.Trigger).OfType<TimerTriggerAttribute>().Select(trigger => Resolve(trigger.Schedule)).ToList();

        Assert.NotEmpty(schedules);
        Assert.All(schedules, schedule => Assert.Equal(6, schedule.Split(' ').Length));
    }

    [Fact]
    public void The_alert_on_failed_timers_knows_every_timer()
    {
        var code = Triggers.Where(pair => pair.Trigger is TimerTriggerAttribute).Select(pair => pair.Function);

        Same(code, Infra.Module("alerts").Texts("timerFunctions"), "timer function", "infra/modules/alerts.bicep", "src/Notifier.Functions");
    }

    [Fact]
    public void Bicep_makes_the_tables_that_the_use_cases_open() =>
        Same(OpenedTables(), Infra.Module("storage").Texts("tables"), "table", "infra/modules/storage.bicep", "src/Notifier.Application");

    [Fact]
    public void Queues_in_Azure_keep_the_rules_of_the_code()
    {
        var queue = Infra.Module("messaging").Named("queue").Properties.ToDictionary(property => property.Path, property => property.Value);

        Assert.Equal($"{QueueRules.Default.MostDeliveries}", queue["properties.maxDeliveryCount"]);
        Assert.Equal(QueueRules.Default.DuplicateWindow, Time(queue["properties.duplicateDetectionHistoryTimeWindow"]));
        Assert.Equal("true", queue["properties.requiresDuplicateDetection"]);
        Assert.Equal("true", queue["properties.deadLetteringOnMessageExpiration"]);
    }

    [Fact]
    public void A_lock_is_renewed_for_longer_than_it_lasts()
    {
        var held = Infra.Json("host.json").GetProperty("extensions").GetProperty("serviceBus").GetProperty("maxAutoLockRenewalDuration");
        var queue = Infra.Module("messaging").Named("queue").Properties.Single(property => property.Key == "lockDuration");

        Assert.True(Time(queue.Value) <= Duration.FromMinutes(5), "Service Bus takes five minutes at most.");
        Assert.True(Time(queue.Value) < Duration.FromTimeSpan(TimeSpan.Parse(held.GetString()!, null)));
    }

    [Fact]
    public void Open_paths_lie_below_the_route_prefix_of_the_host()
    {
        var prefix = Infra.Json("host.json").GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString();

        Assert.All(Infra.Module("sign-in").Texts("openPaths"), path => Assert.StartsWith($"/{prefix}/", path, StringComparison.Ordinal));
    }

    // The names stand in the calls that open the tables: as a text, or as a constant of the Application.
    private static IEnumerable<string> OpenedTables() =>
        from file in Directory.EnumerateFiles(Path.Combine(Infra.Root, "src", "Notifier.Application"), "*.cs", SearchOption.AllDirectories)
        from Match call in OpenTable().Matches(File.ReadAllText(file))
        let argument = call.Groups[1].Value
        select argument.StartsWith('"') ? argument.Trim('"') : Constant(argument, file);

    private static string Constant(string name, string file)
    {
        var parts = name.Split('.');
        var type = typeof(IEntityTables).Assembly.GetTypes().SingleOrDefault(type => parts.Length == 2 && type.Name == parts[0]);
        return type?.GetField(parts[1], Constants)?.GetRawConstantValue() as string
            ?? throw new InvalidOperationException($"{file} opens the table {name}: write a text, or a constant as Type.Name.");
    }

    private static void Same(IEnumerable<string> code, IEnumerable<string> bicep, string kind, string file, string source)
    {
        var (missing, needless) = (code.Except(bicep).ToList(), bicep.Except(code).ToList());
        Assert.NotEmpty(code);
        Assert.True(missing.Count == 0, $"{file} lacks the {kind} {string.Join(", ", missing)}, which {source} has.");
        Assert.True(needless.Count == 0, $"{file} has the {kind} {string.Join(", ", needless)}, which {source} has not.");
    }

    private static string Resolve(string name) =>
        IsSetting(name) ? Infra.Settings.GetValueOrDefault(name.Trim('%'), $"nothing: {name} is not set") : name;

    private static bool IsSetting(string name) => name.Length > 2 && name[0] == '%' && name[^1] == '%';

    private static Duration Time(string iso) => Duration.FromTimeSpan(XmlConvert.ToTimeSpan(iso));

    [GeneratedRegex(@"\btables\.Open\(([^()]+)\)", RegexOptions.IgnoreCase)]
    private static partial Regex OpenTable();

    [GeneratedRegex("OperationName (== \"\\w+\"|!?in \\([^$)]*\\))")]
    private static partial Regex AskedFunctions();

    [GeneratedRegex("\"(\\w+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("name: 'silent'[^}]*OperationName == \"(\\w+)\"[^}]*window: '(\\w+)'\\s+operator: 'LessThan'")]
    private static partial Regex Silent();

    [GeneratedRegex(@"^0 \*/(\d+) \* \* \* \*$")]
    private static partial Regex EveryMinutes();
}
