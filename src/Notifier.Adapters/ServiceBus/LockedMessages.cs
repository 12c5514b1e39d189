using Azure.Core;
using Notifier.Adapters.AzureRest;
using Notifier.Application.Queues;
using Notifier.Application.Storage;

namespace Notifier.Adapters.ServiceBus;

/// <summary>Takes messages of one namespace under a lock, and ends the lock.</summary>
internal sealed class LockedMessages(Uri endpoint, RestCalls calls)
{
    /// <param name="queue">A queue, or its dead letters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null: nothing may be delivered.</returns>
    public async Task<LockedMessage?> NextAsync(string queue, CancellationToken cancellationToken)
    {
        var request = new RestRequest(RequestMethod.Post, new Uri(endpoint, $"{queue}/messages/head?timeout=1"));
        var answer = await calls.SendAsync(
            request,
            async (response, token) => (
                response.Status, Message: response.Status == 201 ? await LockedMessage.ReadAsync(response, token) : null),
            cancellationToken);
        return answer.Value.Status is 201 or 204 ? answer.Value.Message : throw Refused(answer.Value.Status, queue);
    }

    /// <summary>Takes the message off its queue for good.</summary>
    /// <exception cref="MessageLockLostException">The lock had run out.</exception>
    public Task CompleteAsync(string queue, string messageId, string place, CancellationToken cancellationToken) =>
        ChangeAsync(RequestMethod.Delete, queue, messageId, place, cancellationToken);

    /// <summary>Gives the message back, to be delivered again at once.</summary>
    /// <exception cref="MessageLockLostException">The lock had run out.</exception>
    public Task GiveBackAsync(string queue, string messageId, string place, CancellationToken cancellationToken) =>
        ChangeAsync(RequestMethod.Put, queue, messageId, place, cancellationToken);

    /// <summary>Keeps the lock for another term of the queue's.</summary>
    /// <exception cref="MessageLockLostException">The lock had run out.</exception>
    public Task RenewAsync(string queue, string messageId, string place, CancellationToken cancellationToken) =>
        ChangeAsync(RequestMethod.Post, queue, messageId, place, cancellationToken);

    private async Task ChangeAsync(
        RequestMethod how, string queue, string messageId, string place, CancellationToken cancellationToken)
    {
        var answer = await calls.SendAsync(
            new RestRequest(how, new Uri(endpoint, $"{queue}/{place}")),
            static (response, _) => ValueTask.FromResult(response.Status),
            cancellationToken);
        switch (answer.Value)
        {
            case 200 or 204:
                return;
            case 404 or 410 when answer.AfterLostAnswer && how != RequestMethod.Post:
                // An attempt whose answer was lost has ended the lock, or it ran out: either way it is not held any more.
                return;
            case 404 or 410:
                throw new MessageLockLostException(queue, messageId);
            default:
                throw Refused(answer.Value, queue);
        }
    }

    private StoreException Refused(int status, string queue) => new(
        $"Service Bus did not hand on messages of the queue '{queue}': {status}.",
        calls.Place,
        status switch
        {
            401 or 403 => "Sign in, and give yourself the role 'Azure Service Bus Data Receiver' on the namespace.",
            404 or 410 => "There is no such queue: deploy the infrastructure, or look at the namespace's name.",
            _ => "If it stays, report it with this text.",
        });
}
