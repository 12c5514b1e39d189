@description('Account of the Functions host: its locks and the deployed package.')
@maxLength(24)
param hostAccountName string

@description('Account of what the notifier knows: plans, agenda, notices, evidence. Apart from the host\'s, so that each has its own roles and lock.')
@maxLength(24)
param dataAccountName string

@description('Redundancy of the data.')
param dataRedundancy string

@description('Whether the data account is locked against deletion.')
param lockEvidence bool

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

var packageContainer = 'app-package'

// Every table the use cases open. The app makes a missing one itself; here they are seen from the first day.
var tables = [
  'AcceptedAttempts'
  'Agenda'
  'AwaitedReports'
  'ClaimedMessages'
  'ConcernedStudents'
  'Districts'
  'Ledger'
  'OpenAttempts'
  'Problems'
  'Rates'
  'Runs'
  'ScheduleChanges'
  'SenderPace'
  'StaffDuties'
  'Students'
  'Suppressions'
  'TextedNumbers'
  'WaitingTexts'
]

// Identities only, encrypted, nothing public.
var closed = {
  allowBlobPublicAccess: false
  allowCrossTenantReplication: false
  allowSharedKeyAccess: false
  defaultToOAuthAuthentication: true
  minimumTlsVersion: 'TLS1_2'
  supportsHttpsTrafficOnly: true
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: hostAccountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: closed
}

resource hostBlobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: hostAccount
  name: 'default'
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: hostBlobs
  name: packageContainer
}

resource dataAccount 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: dataAccountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: dataRedundancy
  }
  properties: closed
}

resource dataTables 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: dataAccount
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01' = [for name in tables: {
  parent: dataTables
  name: name
}]

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (lockEvidence) {
  scope: dataAccount
  name: 'evidence'
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the evidence of every notice. Remove this lock only to remove the notifier.'
  }
}

output hostAccountName string = hostAccount.name
output dataAccountName string = dataAccount.name
output packageContainerName string = packages.name
