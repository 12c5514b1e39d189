using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Notifier.Application.Queues;
using Notifier.Functions.Settings;
using Notifier.Testing;

namespace Notifier.Functions.Tests;

/// <summary>What the Functions host asks of functions, and what this house asks: a class per function that decides nothing.</summary>
public sealed partial class FunctionShapeTests
{
    private const int MostLines = 40;

    public static TheoryData<Type> FunctionClasses =>
        [.. Functions.Select(method => method.DeclaringType!)];

    private static IEnumerable<MethodInfo> Functions => typeof(SendNotice).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null);

    [Fact]
    public void Names_are_unique_regardless_of_case() =>
        Assert.Equal(
            Functions.Count(),
            Functions.Select(method => Function(method.DeclaringType!).Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void Every_queue_of_the_flow_that_has_a_function_has_one_only()
    {
        var queues = Functions.SelectMany(Triggers).OfType<ServiceBusTriggerAttribute>().Select(t => Shipped(t.QueueName)).ToList();

        Assert.Equal(queues.Count, queues.Distinct().Count());
        Assert.Subset(
            typeof(QueueNames).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToHashSet(), queues.ToHashSet());
    }

    [Fact]
    public void Every_setting_that_ships_is_named_by_one_trigger()
    {
        var triggers = Functions.SelectMany(Triggers).ToList();
        var named = triggers.OfType<ServiceBusTriggerAttribute>().Select(trigger => trigger.QueueName)
            .Concat(triggers.OfType<TimerTriggerAttribute>().Select(trigger => trigger.Schedule));

        Assert.Equal(ShippedSettings.All.Keys.Order(), named.Select(text => text.Trim('%')).Order());
    }

    [Theory]
    [MemberData(nameof(FunctionClasses))]
    public void A_class_is_one_function_of_its_own_name_in_one_method(Type type)
    {
        var methods = type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);

        var run = Assert.Single(methods);
        Assert.True(type is { IsPublic: true, IsSealed: true }, "The host finds public classes only.");
        Assert.Equal("Run", run.Name);
        Assert.Equal(type.Name, Function(type).Name);
        Assert.Matches(ValidName(), type.Name);
        Assert.Equal(typeof(Task), run.ReturnType);
    }

    [Theory]
    [MemberData(nameof(FunctionClasses))]
    public void A_function_has_one_trigger_and_can_be_cancelled(Type type)
    {
        Assert.Single(Triggers(Run(type)));
        Assert.Single(Run(type).GetParameters(), parameter => parameter.ParameterType == typeof(CancellationToken));
    }

    [Theory]
    [MemberData(nameof(FunctionClasses))]
    public void A_message_is_bound_as_bytes_and_its_connection_is_named(Type type)
    {
        foreach (var parameter in Run(type).GetParameters())
        {
            // Bound as anything else, a property of the body could take the place of the broker's metadata.
            if (parameter.GetCustomAttribute<ServiceBusTriggerAttribute>() is { } trigger)
            {
                Assert.Equal(typeof(byte[]), parameter.ParameterType);
                Assert.Equal(Connections.ServiceBus, trigger.Connection);
            }
        }
    }

    [Theory]
    [MemberData(nameof(FunctionClasses))]
    public void A_schedule_has_six_fields_and_never_runs_on_start_up(Type type)
    {
        foreach (var trigger in Triggers(Run(type)).OfType<TimerTriggerAttribute>())
        {
            Assert.Equal(6, Shipped(trigger.Schedule).Split(' ').Length);
            // It would run whenever an instance is added.
            Assert.False(trigger.RunOnStartup);
            Assert.True(trigger.UseMonitor);
        }
    }

    [Theory]
    [MemberData(nameof(FunctionClasses))]
    public void A_class_decides_nothing(Type type)
    {
        var source = File.ReadAllText(SourceOf(type));

        Assert.True(source.Split('\n').Length <= MostLines, $"{type.Name} has more than {MostLines} lines.");
        Assert.DoesNotMatch(Decision(), source);
        // Its one dependency is the use case of its own name, or the web project's entrance.
        var useCase = Assert.Single(Assert.Single(type.GetConstructors()).GetParameters()).ParameterType;
        if (type == typeof(Web))
        {
            Assert.Equal("Notifier.Web", useCase.Assembly.GetName().Name);
            return;
        }

        Assert.Equal(type.Name, useCase.Name);
        Assert.Equal("Notifier.Application", useCase.Assembly.GetName().Name);
    }

    [Fact]
    public void Requests_come_in_by_one_function_that_names_its_level()
    {
        var trigger = Assert.Single(Functions.SelectMany(Triggers).OfType<HttpTriggerAttribute>());

        // Without a level of its own the host would ask providers for a key.
        Assert.Equal(AuthorizationLevel.Anonymous, trigger.AuthLevel);
        Assert.Equal("{*path}", trigger.Route);
    }

    // A name between percent signs is a setting of the app.
    private static string Shipped(string text)
    {
        Assert.Matches("^%[A-Za-z]+%$", text);
        return ShippedSettings.Find(text.Trim('%')) ?? throw new InvalidOperationException($"{text} does not ship.");
    }

    private static FunctionAttribute Function(Type type) => Run(type).GetCustomAttribute<FunctionAttribute>()!;

    private static MethodInfo Run(Type type) => type.GetMethod("Run")!;

    private static IEnumerable<Attribute> Triggers(MethodInfo method) => method.GetParameters()
        .SelectMany(parameter => parameter.GetCustomAttributes())
        .Where(attribute => attribute.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal));

    private static string SourceOf(Type type) =>
        Path.Combine(Repository.Root, "src", "Notifier.Functions", $"{type.Name}.cs");

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$")]
    private static partial Regex ValidName();

    [GeneratedRegex(@"\b(if|for|foreach|while|catch) \(|\b(try|switch)\s*\{|\bthrow |\?\?|\s\?\s")]
    private static partial Regex Decision();
}
