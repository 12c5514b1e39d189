using System.Text;
using Microsoft.Azure.Functions.Worker;
using Notifier.Application.Queues;

namespace Notifier.Cli.Tests.Scheduling;

public sealed class Unpack(Journal journal, IQueueSender queues)
{
    [Function(nameof(Unpack))]
    public async Task Run(
        [ServiceBusTrigger("boxes")] byte[] body, string messageId, int deliveryCount, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetString(body);
        journal.Write($"unpack {text}");
        await journal.ActAsync(text, deliveryCount, cancellationToken);
        if (text.StartsWith("box of ", StringComparison.Ordinal))
        {
            await queues.SendAsync(
                "things", [new QueueMessage { MessageId = $"{messageId}|thing", Body = body.AsMemory(7) }], cancellationToken);
        }
    }
}

public sealed class Sort(Journal journal)
{
    [Function(nameof(Sort))]
    public Task Run([ServiceBusTrigger("%ThingsQueue%")] byte[] body, CancellationToken cancellationToken)
    {
        journal.Write($"sort {Encoding.UTF8.GetString(body)}");
        return journal.ActAsync(Encoding.UTF8.GetString(body), 1, cancellationToken);
    }
}

public sealed class Hourly(Journal journal)
{
    [Function(nameof(Hourly))]
    public Task Run([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        journal.Write(timer.IsPastDue ? "hourly, late" : "hourly");
        return journal.ActAsync("hourly", 1, cancellationToken);
    }
}

public sealed class Nightly(Journal journal)
{
    [Function(nameof(Nightly))]
    public Task Run([TimerTrigger("0 30 8 * * *")] TimerInfo timer)
    {
        journal.Write(timer.IsPastDue ? "nightly, late" : "nightly");
        return Task.CompletedTask;
    }
}

public sealed class TwoTriggers
{
    [Function(nameof(TwoTriggers))]
    public Task Run([TimerTrigger("0 0 * * * *")] TimerInfo timer, [ServiceBusTrigger("boxes")] byte[] body) =>
        Task.CompletedTask;
}

public sealed class FiveFields
{
    [Function(nameof(FiveFields))]
    public Task Run([TimerTrigger("0 * * * *")] TimerInfo timer) => Task.CompletedTask;
}

public sealed class Unfillable
{
    [Function(nameof(Unfillable))]
    public Task Run([ServiceBusTrigger("boxes")] byte[] body, Uri where) => Task.CompletedTask;
}
