namespace Notifier.Functions;

/// <summary>The names (prefixes) under which the Azure home's settings hold its connections.</summary>
public static class Connections
{
    public const string ServiceBus = "ServiceBusConnection";
}
