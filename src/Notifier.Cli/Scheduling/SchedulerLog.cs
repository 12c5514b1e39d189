using Microsoft.Extensions.Logging;
using NodaTime;

namespace Notifier.Cli.Scheduling;

internal static partial class SchedulerLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed on message {MessageId}, delivery {DeliveryCount}")]
    public static partial void MessageFailed(
        this ILogger logger, string function, string messageId, int deliveryCount, Exception cause);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Message {MessageId} of queue {Queue} is set aside after {DeliveryCount} deliveries to {Function}")]
    public static partial void MessageSetAside(
        this ILogger logger, string function, string queue, string messageId, int deliveryCount);

    [LoggerMessage(
        Level = LogLevel.Warning, Message = "{Function} took so long with message {MessageId} that it is delivered again")]
    public static partial void LockLost(this ILogger logger, string function, string messageId);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed")]
    public static partial void TimerFailed(this ILogger logger, string function, Exception cause);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Function} is called late: its time was {DueAt}")]
    public static partial void TimerLate(this ILogger logger, string function, Instant dueAt);
}
