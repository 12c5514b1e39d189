@description('Mailbox of the district that the alerts go to.')
param districtMailbox string

@description('Service Bus namespace whose queues are watched.')
param serviceBusName string

@description('Log Analytics workspace the queries run in.')
param workspaceName string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

// The functions that nothing calls again at once when they fail: their next time may be a day away.
var timerFunctions = [
  'AuditAgenda'
  'RaiseReminders'
  'ReconcileDeliveries'
  'SendStaffDigests'
  'SendWeeklySummaries'
  'WatchRuns'
]

// Queries look at the name of the function, which every record carries, and at the level, never at the wording alone.
var logAlerts = [
  {
    name: 'run-not-finished'
    says: 'A district\'s run was not done by its hour. Look at Failures of Application Insights; the next run catches up by itself.'
    query: 'AppTraces | where OperationName == "WatchRuns" and SeverityLevel >= 3'
    severity: 1
    every: 'PT15M'
    window: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'silent'
    says: 'ReconcileDeliveries, which runs every five minutes, has not been heard of for an hour: the app is stopped, broken, or its telemetry is.'
    query: 'AppRequests | where OperationName == "ReconcileDeliveries" and Success == true'
    severity: 1
    every: 'PT15M'
    window: 'PT1H'
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'timer-failed'
    says: 'A function on a schedule failed. Look at its exception in Failures of Application Insights.'
    query: 'AppRequests | where Success == false and OperationName in ("${join(timerFunctions, '", "')}")'
    severity: 2
    every: 'PT15M'
    window: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'webhook-refused'
    says: 'A webhook refused calls. "Forged": the signature does not fit, so the public address, the auth token or the verification key differs from the provider\'s, or somebody is trying. "/schedule-changes": the key of the school office is missing or wrong.'
    query: 'AppTraces | where OperationName == "Web" and SeverityLevel >= 2'
    severity: 2
    every: 'PT15M'
    window: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'error-told'
    says: 'The app or its host told of an error that no other alert is about. Read it: portal, Application Insights, Logs, AppTraces with SeverityLevel 3 or more.'
    query: 'AppTraces | where SeverityLevel >= 3 and OperationName !in ("WatchRuns", "Web")'
    severity: 2
    every: 'PT15M'
    window: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
  }
]

resource serviceBus 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: serviceBusName
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource district 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'notifier-district'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'notifier'
    emailReceivers: [
      {
        name: 'district'
        emailAddress: districtMailbox
        useCommonAlertSchema: true
      }
    ]
  }
}

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'notifier-set-aside'
  location: 'global'
  tags: tags
  properties: {
    description: 'Messages were set aside after too many tries. The command set-aside lists them with the reason and puts them back.'
    enabled: true
    severity: 1
    scopes: [
      serviceBus.id
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-letters'
          metricNamespace: 'Microsoft.ServiceBus/namespaces'
          metricName: 'DeadletteredMessages'
          dimensions: [
            {
              name: 'EntityName'
              operator: 'Include'
              values: [
                '*'
              ]
            }
          ]
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [
      {
        actionGroupId: district.id
      }
    ]
  }
}

// Messages that are due, and nobody takes them: the functions do not wake, or cannot keep up.
resource waiting 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'notifier-waiting'
  location: 'global'
  tags: tags
  properties: {
    description: 'A queue has not been empty for an hour. If nothing is taken from it, see "Messages wait" in docs/deploy.md.'
    enabled: true
    severity: 2
    scopes: [
      serviceBus.id
    ]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'active-messages'
          metricNamespace: 'Microsoft.ServiceBus/namespaces'
          metricName: 'ActiveMessages'
          dimensions: [
            {
              name: 'EntityName'
              operator: 'Include'
              values: [
                '*'
              ]
            }
          ]
          timeAggregation: 'Minimum'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [
      {
        actionGroupId: district.id
      }
    ]
  }
}

resource logAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for alert in logAlerts: {
  name: 'notifier-${alert.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'notifier-${alert.name}'
    description: alert.says
    enabled: true
    severity: alert.severity
    scopes: [
      workspace.id
    ]
    evaluationFrequency: alert.every
    windowSize: alert.window
    autoMitigate: true
    // A new workspace does not know these tables until the first record comes.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: alert.query
          timeAggregation: 'Count'
          operator: alert.operator
          threshold: alert.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        district.id
      ]
    }
  }
}]
