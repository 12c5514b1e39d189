using Azure.Core.Pipeline;
using NodaTime;
using Notifier.Adapters.AzureRest;
using Notifier.Application.Queues;

namespace Notifier.Adapters.ServiceBus;

/// <summary>
/// Receives over the REST API, for a program that is no function app: one message a request. Messages come in no
/// particular moment of the receiver's clock and under the lock of the queue, which is renewed until they are given back
/// or completed; both are the broker's.
/// </summary>
public sealed class ServiceBusReceiver : IQueueReceiver
{
    private readonly LockedMessages messages;
    private readonly LockRenewal renewal;
    private readonly QueueRules rules;

    private ServiceBusReceiver(LockedMessages messages, LockRenewal renewal, QueueRules rules) =>
        (this.messages, this.renewal, this.rules) = (messages, renewal, rules);

    /// <param name="options">Which namespace.</param>
    /// <param name="clock">Dates signatures.</param>
    public static ServiceBusReceiver Open(ServiceBusOptions options, IClock clock) =>
        Open(options, clock, LockRenewal.Interval, LockRenewal.Longest);

    /// <param name="options">Which namespace.</param>
    /// <param name="clock">Dates signatures.</param>
    /// <param name="renewEvery">How often the lock of each message in hand is renewed.</param>
    /// <param name="longest">After which a message is given up.</param>
    internal static ServiceBusReceiver Open(ServiceBusOptions options, IClock clock, TimeSpan renewEvery, TimeSpan longest)
    {
        var messages = Locked(options, clock);
        return new(messages, new LockRenewal(messages, renewEvery, longest), QueueRules.Default);
    }

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string queue, int most, Instant now, Duration lockFor, CancellationToken cancellationToken)
    {
        QueueRules.CheckName(queue);
        var received = new List<ReceivedMessage>();
        while (received.Count < most && await messages.NextAsync(queue, cancellationToken) is { } message)
        {
            var one = new ReceivedMessage
            {
                Queue = queue,
                MessageId = message.MessageId,
                LockToken = message.Place,
                DeliveryCount = message.DeliveryCount,
                Body = message.Body,
                TraceParent = message.TraceParent,
            };
            renewal.Begin(one);
            received.Add(one);
        }

        return received;
    }

    public Task CompleteAsync(ReceivedMessage message, CancellationToken cancellationToken)
    {
        renewal.End(message);
        return messages.CompleteAsync(message.Queue, message.MessageId, message.LockToken, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>The broker sets it aside by itself after the last delivery; it does not take our reason over REST.</remarks>
    public async Task<bool> AbandonAsync(ReceivedMessage message, string reason, CancellationToken cancellationToken)
    {
        await GiveBackAsync(message, cancellationToken);
        return message.DeliveryCount >= rules.MostDeliveries;
    }

    /// <inheritdoc/>
    /// <remarks>Not possible over REST at once: it is given back, and set aside when its deliveries are used up.</remarks>
    public Task SetAsideAsync(ReceivedMessage message, string reason, CancellationToken cancellationToken) =>
        GiveBackAsync(message, cancellationToken);

    private Task GiveBackAsync(ReceivedMessage message, CancellationToken cancellationToken)
    {
        renewal.End(message);
        return messages.GiveBackAsync(message.Queue, message.MessageId, message.LockToken, cancellationToken);
    }

    internal static LockedMessages Locked(ServiceBusOptions options, IClock clock)
    {
        HttpPipelinePolicy authentication = options.StandInKey is { } key
            ? new SharedAccessSignature(key, clock)
            : new BearerTokenAuthenticationPolicy(options.Identity.Credential(), ServiceBusSender.Scope);
        var calls = new RestCalls(
            AzurePipeline.Build(authentication, transport: null), new RetryWaits(options.Retries, clock), options.Endpoint.AbsoluteUri);
        return new LockedMessages(options.Endpoint, calls);
    }
}
