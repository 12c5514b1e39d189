using Notifier.Adapters.AzureRest;

namespace Notifier.Adapters.ServiceBus;

/// <summary>Which namespace's queues, and how to be let in.</summary>
public sealed record ServiceBusOptions
{
    /// <summary>Of the namespace, without a queue's name.</summary>
    public required Uri Endpoint { get; init; }

    public AzureIdentity Identity { get; init; } = AzureIdentity.OfDeveloper;

    /// <summary>
    /// Of something that stands in for Service Bus; null: by identity. The namespace in Azure takes identities only.
    /// </summary>
    public ServiceBusKey? StandInKey { get; init; }

    public RetrySettings Retries { get; init; } = RetrySettings.Default;

    /// <param name="fullyQualifiedNamespace">For example <c>sb-notifier.servicebus.windows.net</c>.</param>
    /// <exception cref="ArgumentException">It is not a host name.</exception>
    public static ServiceBusOptions Azure(string fullyQualifiedNamespace) =>
        Uri.CheckHostName(fullyQualifiedNamespace) == UriHostNameType.Dns && fullyQualifiedNamespace.Contains('.')
            ? new() { Endpoint = new Uri($"https://{fullyQualifiedNamespace}") }
            : throw new ArgumentException(
                $"'{fullyQualifiedNamespace}' is not a Service Bus namespace: write it in full, as "
                + "NAME.servicebus.windows.net.",
                nameof(fullyQualifiedNamespace));
}
