namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands in for the official attribute: called for each message of a queue.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceBusTriggerAttribute(string queueName) : Attribute
{
    public string QueueName { get; } = queueName;

    /// <summary>The name (prefix) of the settings that hold the connection.</summary>
    public string? Connection { get; set; }
}
