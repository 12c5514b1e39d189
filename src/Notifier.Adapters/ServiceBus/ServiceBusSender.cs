using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using NodaTime;
using Notifier.Adapters.AzureRest;
using Notifier.Application.Queues;

namespace Notifier.Adapters.ServiceBus;

/// <summary>
/// Sends to the queues of a namespace over its REST API, in the order given. A request whose answer is lost is sent
/// again with the same ids, and the queue's duplicate detection drops what had arrived; so does a call that is
/// repeated whole because it failed half-way.
/// </summary>
public sealed class ServiceBusSender : IQueueSender
{
    internal const string Scope = "https://servicebus.azure.net/.default";

    private readonly Uri endpoint;
    private readonly RestCalls calls;

    private ServiceBusSender(Uri endpoint, RestCalls calls) => (this.endpoint, this.calls) = (endpoint, calls);

    /// <param name="options">Which namespace.</param>
    /// <param name="clock">Dates signatures, and understands how long a busy server asks to wait.</param>
    public static ServiceBusSender Open(ServiceBusOptions options, IClock clock) => Open(options, clock, transport: null);

    /// <param name="options">Which namespace.</param>
    /// <param name="clock">Dates signatures, and understands how long a busy server asks to wait.</param>
    /// <param name="transport">Stands in for the network in tests; null: the network.</param>
    internal static ServiceBusSender Open(ServiceBusOptions options, IClock clock, HttpPipelineTransport? transport)
    {
        HttpPipelinePolicy authentication = options.StandInKey is { } key
            ? new SharedAccessSignature(key, clock)
            : new BearerTokenAuthenticationPolicy(options.Identity.Credential(), Scope);
        var pipeline = AzurePipeline.Build(authentication, transport);
        var calls = new RestCalls(pipeline, new RetryWaits(options.Retries, clock), options.Endpoint.AbsoluteUri);
        return new ServiceBusSender(options.Endpoint, calls);
    }

    public async Task SendAsync(string queue, IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken)
    {
        QueueRules.CheckName(queue);
        foreach (var message in messages)
        {
            QueueRules.Check(message);
        }

        for (var next = 0; next < messages.Count;)
        {
            using var batch = new MessageBatch();
            while (next + batch.Count < messages.Count && batch.TryAdd(messages[next + batch.Count]))
            {
            }

            if (batch.Count > 1)
            {
                await SendAsync(queue, batch, cancellationToken);
            }
            else
            {
                await SendAsync(queue, messages[next], cancellationToken);
            }

            next += Math.Max(batch.Count, 1);
        }
    }

    private Task SendAsync(string queue, MessageBatch batch, CancellationToken cancellationToken)
    {
        batch.Close();
        var request = Request(queue, batch.Body).With("Content-Type", MessageBatch.ContentType);
        return SendAsync(request, queue, cancellationToken);
    }

    private async Task SendAsync(string queue, QueueMessage message, CancellationToken cancellationToken)
    {
        using var body = new PooledBuffer();
        body.Append(message.Body.Span);
        using var properties = new PooledBuffer();
        using (var json = new Utf8JsonWriter(properties, BrokerProperties.Plain))
        {
            BrokerProperties.Write(json, message);
        }

        var request = Request(queue, body)
            .With("Content-Type", "application/json")
            .With("BrokerProperties", Encoding.ASCII.GetString(properties.Span));
        if (MessageTrace.Current is { } trace)
        {
            foreach (var property in MessageTrace.Properties)
            {
                // Text properties stand in quotes.
                request.With(property, $"\"{trace}\"");
            }
        }

        await SendAsync(request, queue, cancellationToken);
    }

    private async Task SendAsync(RestRequest request, string queue, CancellationToken cancellationToken)
    {
        var answer = await calls.SendAsync(
            request, static (response, _) => ValueTask.FromResult(response.Status), cancellationToken);
        if (answer.Value != 201)
        {
            throw SendRefusal.Explain(answer.Value, queue, calls.Place);
        }
    }

    private RestRequest Request(string queue, PooledBuffer body) =>
        new(RequestMethod.Post, new Uri(endpoint, $"{queue}/messages")) { Body = body };
}
