using Notifier.Application.Storage;

namespace Notifier.Adapters.ServiceBus;

/// <summary>
/// Says what a refusal to take messages means. The service's own text is left out: it may quote what was sent.
/// </summary>
internal static class SendRefusal
{
    public static StoreException Explain(int status, string queue, string place) => new(
        $"Service Bus refused messages for the queue '{queue}' with {status}.",
        place,
        status switch
        {
            401 => "Sign in, or give the app its identity; then give that identity the role "
                + "'Azure Service Bus Data Sender'.",
            403 => "Give the identity the role 'Azure Service Bus Data Sender' on the namespace (it may take some "
                + "minutes), and look whether the queue is full.",
            404 or 410 => "There is no such queue: deploy the infrastructure, or look at the namespace's name.",
            413 => "The messages are too big for the namespace: report it with this text.",
            _ => "If it stays, report it with this text.",
        });
}
