@description('Name of the function app.')
@maxLength(60)
param name string

@description('Name of its plan.')
param planName string

@description('Name of the identity the app runs under.')
param identityName string

@description('Storage account of the Functions host.')
param hostAccountName string

@description('Container in it that holds the deployed package.')
param packageContainerName string

@description('Storage account of the data.')
param dataAccountName string

@description('Service Bus namespace.')
param serviceBusName string

@description('Key Vault with the providers\' secrets.')
param vaultName string

@description('Application Insights component.')
param componentName string

@description('Whether email goes out through SendGrid.')
param sendEmails bool

@description('Whether texts go out through Twilio.')
param sendTexts bool

@description('Sender address of email.')
param emailFrom string

@description('Account SID at Twilio.')
param textAccountSid string

@description('Messaging service SID at Twilio.')
param textMessagingServiceSid string

@description('Segments of texts a second. Empty: what the app takes by itself.')
param textSegmentsPerSecond string

@description('Segments of texts a day. Empty: no limit.')
param textSegmentsPerDay string

@description('Whether a program of the school office may post schedule changes with a key.')
param schoolOfficePosts bool

@description('Public address of the app. Empty: the one Azure gives it.')
param publicUrl string

@description('Address of a collector for OTLP. Empty: none.')
param otlpEndpoint string

@description('Client id of the app registration for staff. Empty: nobody can sign in.')
param staffSignInClientId string

@description('Most instances.')
param maximumInstanceCount int

@description('Memory of an instance in MB.')
param instanceMemoryMB int

@description('Instances kept warm for webhooks.')
param alwaysReadyForWebhooks int

@description('Mailbox of the district that an alarm of the program itself goes to, without the store.')
param districtMailbox string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

var address = empty(publicUrl) ? 'https://${app.properties.defaultHostName}' : publicUrl
var serviceBusHost = '${serviceBusName}.servicebus.windows.net'
var secretsUri = '${vault.properties.vaultUri}secrets'

// What the host needs. The runtime itself is named in functionAppConfig below and nowhere else.
var hostSettings = {
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
  APPLICATIONINSIGHTS_CONNECTION_STRING: component.properties.ConnectionString
  AzureWebJobsStorage__blobServiceUri: hostAccount.properties.primaryEndpoints.blob
  AzureWebJobsStorage__clientId: identity.properties.clientId
  AzureWebJobsStorage__credential: 'managedidentity'
  ServiceBusConnection__clientId: identity.properties.clientId
  ServiceBusConnection__credential: 'managedidentity'
  ServiceBusConnection__fullyQualifiedNamespace: serviceBusHost
}

// What the triggers name between percent signs: NCRONTAB with six fields, in UTC, and the queues of messaging.bicep.
var flowSettings = {
  AuditAgendaSchedule: '0 */5 5-10 * * *'
  RaiseRemindersSchedule: '0 0 * * * *'
  ReconcileDeliveriesSchedule: '0 */5 * * * *'
  SendStaffDigestsSchedule: '0 0 * * * *'
  SendWeeklySummariesSchedule: '0 10 * * * *'
  WatchRunsSchedule: '0 50 * * * *'
  DeliveryEventsQueue: 'delivery-events'
  AgendaShardsQueue: 'agenda-shards'
  ChangeShardsQueue: 'change-shards'
  NoticesDueQueue: 'notices-due'
  PlanChangesQueue: 'plan-changes'
  ScheduleChangesQueue: 'schedule-changes'
}

var notifierSettings = {
  AZURE_CLIENT_ID: identity.properties.clientId
  Notifier__Delivery__AlarmMailbox: districtMailbox
  Notifier__Delivery__Mode: 'providers'
  Notifier__ServiceBus__Namespace: serviceBusHost
  Notifier__Storage__Account: dataAccount.name
  // Without the route prefix: the app adds it.
  Notifier__Web__PublicUrl: address
}

var emailSettings = !sendEmails ? {} : {
  Notifier__SendGrid__ApiKey: '@Microsoft.KeyVault(SecretUri=${secretsUri}/sendgrid-api-key/)'
  // A public key, in the vault because it is known only when the app has its address.
  Notifier__SendGrid__EventPublicKey: '@Microsoft.KeyVault(SecretUri=${secretsUri}/sendgrid-event-public-key/)'
  Notifier__SendGrid__FromAddress: emailFrom
}

var textSettings = !sendTexts ? {} : {
  Notifier__Twilio__AccountSid: textAccountSid
  Notifier__Twilio__AuthToken: '@Microsoft.KeyVault(SecretUri=${secretsUri}/twilio-auth-token/)'
  Notifier__Twilio__MessagingServiceSid: textMessagingServiceSid
  // Empty is not set.
  Notifier__Twilio__SegmentsPerDay: textSegmentsPerDay
  Notifier__Twilio__SegmentsPerSecond: textSegmentsPerSecond
}

var schoolOfficeSettings = !schoolOfficePosts ? {} : {
  Notifier__SchoolOffice__ApiKey: '@Microsoft.KeyVault(SecretUri=${secretsUri}/school-office-key/)'
}

var telemetrySettings = empty(otlpEndpoint) ? {} : {
  OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint
}

// Staff sign-in proves itself with the app's identity instead of a client secret (sign-in.bicep).
var signInSettings = empty(staffSignInClientId) ? {} : {
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identity.properties.clientId
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: hostAccountName
}

resource dataAccount 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: dataAccountName
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'notifier' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      http20Enabled: true
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostAccount.properties.primaryEndpoints.blob}${packageContainerName}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstanceCount
        instanceMemoryMB: instanceMemoryMB
        alwaysReady: alwaysReadyForWebhooks == 0 ? [] : [
          {
            name: 'http'
            instanceCount: alwaysReadyForWebhooks
          }
        ]
        triggers: {
          http: {
            perInstanceConcurrency: 16
          }
        }
      }
    }
  }
}

// Deployment signs in with Microsoft Entra ID; the passwords of publishing profiles are off.
resource publishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = [for door in ['ftp', 'scm']: {
  parent: app
  name: door
  properties: {
    allow: false
  }
}]

// Replaces all settings: one added by hand in the portal goes with the next deployment.
resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(hostSettings, flowSettings, notifierSettings, emailSettings, textSettings, schoolOfficeSettings, telemetrySettings, signInSettings)
}

output name string = app.name
output publicUrl string = address
