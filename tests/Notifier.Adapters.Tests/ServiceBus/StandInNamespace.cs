using NodaTime;
using Notifier.Adapters.AzureRest;
using Notifier.Adapters.ServiceBus;
using Notifier.Adapters.Tests.AzureTables;
using Notifier.Testing.ServiceBus;

namespace Notifier.Adapters.Tests.ServiceBus;

/// <summary>The adapter before the stand-in.</summary>
internal static class StandInNamespace
{
    public static ServiceBusSender Sender(ServiceBusStandIn standIn, IClock clock, RetrySettings? retries = null) =>
        ServiceBusSender.Open(
            new ServiceBusOptions
            {
                Endpoint = standIn.Endpoint,
                StandInKey = new ServiceBusKey(ServiceBusStandIn.KeyName, ServiceBusStandIn.Key),
                Retries = retries ?? AzureStores.Impatient,
            },
            clock);
}
