@description('Name of the Service Bus namespace.')
@minLength(6)
@maxLength(50)
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

// The queues of the flow, as QueueNames names them.
var queues = [
  'delivery-events'
  'agenda-shards'
  'change-shards'
  'notices-due'
  'plan-changes'
  'schedule-changes'
]

// Standard: the lowest tier with duplicate detection.
resource serviceBus 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: 'Standard'
    tier: 'Standard'
  }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: 'Enabled'
  }
}

resource queue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = [for queueName in queues: {
  parent: serviceBus
  name: queueName
  properties: {
    // Renewed by the host while a message is being handled; short, so that one comes again soon after a crash.
    lockDuration: 'PT1M'
    // These two are QueueRules.Default of the code. Duplicate detection and partitioning cannot be changed later.
    maxDeliveryCount: 10
    duplicateDetectionHistoryTimeWindow: 'PT10M'
    requiresDuplicateDetection: true
    requiresSession: false
    enablePartitioning: false
    // What waited too long is set aside, never dropped.
    deadLetteringOnMessageExpiration: true
    defaultMessageTimeToLive: 'P14D'
    maxSizeInMegabytes: 5120
  }
}]

output name string = serviceBus.name
