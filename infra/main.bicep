targetScope = 'subscription'

@description('Name of the azd environment, for example "notifier". Every name of a resource is derived from it.')
@minLength(1)
@maxLength(64)
param environmentName string

// Regions of the US that offered Flex Consumption with availability zones when this list was written.
@description('Region of the US in which everything is stored and run.')
@allowed([
  'centralus'
  'eastus'
  'eastus2'
  'southcentralus'
  'westus2'
])
@metadata({
  azd: {
    type: 'location'
  }
})
param location string

@description('Mailbox of the district to which Azure writes when something needs a person, for example "notifier@example.org".')
@minLength(5)
param districtMailbox string

@description('Object id of whoever deploys and imports; azd fills it in. Empty: nobody but the app gets a role.')
param operatorId string = ''

@description('What the operator is in Microsoft Entra ID: a person, or a service principal of a pipeline.')
@allowed([
  'User'
  'ServicePrincipal'
])
param operatorType string = 'User'

@description('Whether email goes out through SendGrid. Off: its settings and its secret are not asked for.')
param sendEmails bool = true

@description('Whether texts go out through Twilio. Leave off until the sender is registered (A2P 10DLC or toll-free).')
param sendTexts bool = false

@description('Address that families see as the sender of email; it must be verified at SendGrid.')
param emailFrom string = ''

@description('Account SID at Twilio ("AC...").')
param textAccountSid string = ''

@description('SID of the messaging service at Twilio that holds the registered number ("MG...").')
param textMessagingServiceSid string = ''

@description('Whether a program of the school office may post schedule changes (POST /api/schedule-changes) with a key of its own.')
param schoolOfficePosts bool = false

@description('Segments of texts that the registered sender may send in a second, for example "3". Empty: 1, which any number may.')
param textSegmentsPerSecond string = ''

@description('Segments of texts that the registered sender may send in a day, for example "2000". Empty: no limit.')
param textSegmentsPerDay string = ''

@description('Public address of the app when it has a domain of its own, without a slash at the end. Empty: the address Azure gives it.')
param publicUrl string = ''

@description('Address of a collector that takes the flow\'s traces, counters and logs over OTLP. Empty: they go to Application Insights alone.')
param otlpEndpoint string = ''

@description('Client id of the app registration with which staff sign in. Empty: nobody can sign in, and only webhooks and health answer.')
param staffSignInClientId string = ''

@description('Most instances the app may grow to. Times maxConcurrentCalls of host.json it bounds the parallel calls to the providers.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Memory of an instance in MB.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('Instances kept warm for webhooks. 0 costs nothing and answers the first call of a quiet hour some seconds later.')
@minValue(0)
param alwaysReadyForWebhooks int = 0

@description('How often the data is stored: in three zones of the region (ZRS), or besides in a second region (GZRS).')
@allowed([
  'Standard_ZRS'
  'Standard_GZRS'
])
param dataRedundancy string = 'Standard_ZRS'

@description('Puts a lock on the storage account of the evidence, so that nobody deletes it by mistake. Whoever removes the app removes the lock first.')
param lockEvidence bool = true

@description('Keeps a deleted vault for its retention time against everybody. It cannot be undone, and "azd down --purge" then fails.')
param purgeProtection bool = false

@description('Gives the app all rights on Service Bus besides sending and receiving. Without them Azure may not read how many messages wait, and may not wake the app for them.')
param serviceBusOwner bool = true

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2021-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-notifier-${token}'
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    hostAccountName: 'st${token}'
    dataAccountName: 'stdata${token}'
    dataRedundancy: dataRedundancy
    lockEvidence: lockEvidence
    location: location
    tags: tags
  }
}

module messaging 'modules/messaging.bicep' = {
  name: 'messaging'
  scope: group
  params: {
    name: 'sb-notifier-${token}'
    location: location
    tags: tags
  }
}

module secrets 'modules/secrets.bicep' = {
  name: 'secrets'
  scope: group
  params: {
    name: 'kv-${token}'
    purgeProtection: purgeProtection
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-notifier-${token}'
    componentName: 'appi-notifier-${token}'
    retentionDays: logRetentionDays
    serviceBusName: messaging.outputs.name
    vaultName: secrets.outputs.name
    location: location
    tags: tags
  }
}

module access 'modules/access.bicep' = {
  name: 'access'
  scope: group
  params: {
    appPrincipalId: identity.outputs.principalId
    operatorId: operatorId
    operatorType: operatorType
    hostAccountName: storage.outputs.hostAccountName
    dataAccountName: storage.outputs.dataAccountName
    serviceBusName: messaging.outputs.name
    serviceBusOwner: serviceBusOwner
    vaultName: secrets.outputs.name
    componentName: monitoring.outputs.componentName
  }
}

module functions 'modules/functions.bicep' = {
  name: 'functions'
  scope: group
  params: {
    name: 'func-notifier-${token}'
    planName: 'plan-notifier-${token}'
    identityName: identity.outputs.name
    hostAccountName: storage.outputs.hostAccountName
    packageContainerName: storage.outputs.packageContainerName
    dataAccountName: storage.outputs.dataAccountName
    serviceBusName: messaging.outputs.name
    vaultName: secrets.outputs.name
    componentName: monitoring.outputs.componentName
    sendEmails: sendEmails
    sendTexts: sendTexts
    emailFrom: emailFrom
    textAccountSid: textAccountSid
    textMessagingServiceSid: textMessagingServiceSid
    textSegmentsPerSecond: textSegmentsPerSecond
    textSegmentsPerDay: textSegmentsPerDay
    schoolOfficePosts: schoolOfficePosts
    publicUrl: publicUrl
    otlpEndpoint: otlpEndpoint
    staffSignInClientId: staffSignInClientId
    districtMailbox: districtMailbox
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    alwaysReadyForWebhooks: alwaysReadyForWebhooks
    location: location
    tags: tags
  }
  // The app reads its package and its secrets as soon as it is there.
  dependsOn: [
    access
  ]
}

module signIn 'modules/sign-in.bicep' = {
  name: 'sign-in'
  scope: group
  params: {
    appName: functions.outputs.name
    clientId: staffSignInClientId
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    districtMailbox: districtMailbox
    serviceBusName: messaging.outputs.name
    workspaceName: monitoring.outputs.workspaceName
    location: location
    tags: tags
  }
}

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_NAME string = functions.outputs.name
output AZURE_KEY_VAULT_NAME string = secrets.outputs.name
output NOTIFIER_STORAGE_ACCOUNT string = storage.outputs.dataAccountName
output NOTIFIER_SERVICE_BUS string = messaging.outputs.name
output NOTIFIER_URL string = functions.outputs.publicUrl
