using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Notifier.Cli.Scheduling;

/// <summary>The timer and queue functions of an assembly, as their attributes declare them: schedules and queue names stand nowhere else.</summary>
public sealed class FunctionCatalog
{
    private FunctionCatalog(IReadOnlyList<TimerFunction> timers, IReadOnlyList<QueueFunction> queues) =>
        (Timers, Queues) = (timers, queues);

    /// <summary>In the order they are called when several are due: the most frequent first, then by name.</summary>
    public IReadOnlyList<TimerFunction> Timers { get; }

    public IReadOnlyList<QueueFunction> Queues { get; }

    /// <param name="assembly">Where the function classes are.</param>
    /// <param name="setting">The value of a setting, for names written <c>%Name%</c>; null: there is none.</param>
    /// <exception cref="InvalidOperationException">A function is declared in a way this home cannot serve.</exception>
    public static FunctionCatalog Of(Assembly assembly, Func<string, string?> setting) =>
        Of(assembly.GetExportedTypes(), setting);

    /// <inheritdoc cref="Of(Assembly, Func{string, string?})"/>
    public static FunctionCatalog Of(IEnumerable<Type> types, Func<string, string?> setting)
    {
        var timers = new List<TimerFunction>();
        var queues = new List<QueueFunction>();
        foreach (var method in types.SelectMany(type => type.GetMethods()))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } function)
            {
                continue;
            }

            var parameters = method.GetParameters();
            var timer = parameters.Select(p => p.GetCustomAttribute<TimerTriggerAttribute>()).SingleOrDefault(t => t is not null);
            var queue = parameters.Select(p => p.GetCustomAttribute<ServiceBusTriggerAttribute>()).SingleOrDefault(q => q is not null);
            if (parameters.Any(p => p.IsDefined(typeof(HttpTriggerAttribute))))
            {
                // Requests come in by a server, not by a schedule.
                continue;
            }

            var call = new FunctionCall(function.Name, method);
            switch (timer, queue)
            {
                case ({ } trigger, null):
                    timers.Add(new TimerFunction(call, TimerSchedule.Parse(Resolve(trigger.Schedule, setting))));
                    break;
                case (null, { } trigger):
                    queues.Add(new QueueFunction(call, Resolve(trigger.QueueName, setting)));
                    break;
                default:
                    throw new InvalidOperationException($"{function.Name} has no trigger, or several: give it one.");
            }
        }

        return new FunctionCatalog(
            [.. timers.OrderBy(timer => timer.Schedule.Period).ThenBy(timer => timer.Name, StringComparer.Ordinal)],
            [.. queues.OrderBy(queue => queue.Name, StringComparer.Ordinal)]);
    }

    private static string Resolve(string text, Func<string, string?> setting) =>
        text.Length > 2 && text.StartsWith('%') && text.EndsWith('%')
            ? setting(text[1..^1]) ?? throw new InvalidOperationException($"The setting {text[1..^1]} is missing.")
            : text;
}
