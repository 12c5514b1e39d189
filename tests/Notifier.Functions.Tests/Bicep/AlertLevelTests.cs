using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Notifier.Web;

namespace Notifier.Functions.Tests.Bicep;

/// <summary>An alert waits for a level of severity that its function really logs: a typing error would be silence.</summary>
public sealed partial class AlertLevelTests
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    // What the host writes as SeverityLevel of AppTraces.
    private static readonly Dictionary<LogLevel, int> Severities = new()
    {
        [LogLevel.Trace] = 0,
        [LogLevel.Debug] = 0,
        [LogLevel.Information] = 1,
        [LogLevel.Warning] = 2,
        [LogLevel.Error] = 3,
        [LogLevel.Critical] = 4,
    };

    [Fact]
    public void Each_alert_on_a_function_waits_for_a_level_that_it_logs()
    {
        var asked = Infra.Module("alerts").Texts("logAlerts").SelectMany(text => AskedLevel().Matches(text))
            .Select(match => (Function: match.Groups[1].Value, Level: int.Parse(match.Groups[2].Value, null))).ToList();

        Assert.Equal(["Web", "WatchRuns"], asked.Select(one => one.Function).OrderByDescending(name => name.Length < 4));
        Assert.All(asked, one => Assert.Contains(Logged(one.Function), level => Severities[level] >= one.Level));
        // Otherwise it would tell of what is no fault.
        Assert.All(asked, one => Assert.InRange(one.Level, 2, 4));
    }

    // A function class logs nothing itself: the use case it starts does, and the routes behind the web function.
    private static IEnumerable<LogLevel> Logged(string function)
    {
        var started = typeof(SendNotice).Assembly.GetType($"Notifier.Functions.{function}")!.GetConstructors()[0].GetParameters()[0].ParameterType;
        var types = started == typeof(WebEntrance) ? started.Assembly.GetTypes() : [started];
        return types.SelectMany(type => type.GetMethods(All)).SelectMany(method => method.GetCustomAttributes<LoggerMessageAttribute>())
            .Select(message => message.Level);
    }

    [GeneratedRegex("OperationName == \"(\\w+)\" and SeverityLevel >= (\\d)")]
    private static partial Regex AskedLevel();
}
