@description('Name of the vault.')
@maxLength(24)
param name string

@description('Whether a deleted vault is kept against everybody.')
param purgeProtection bool

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

// The secrets themselves never pass through a template: infra/hooks writes them into the vault.
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // The service takes true or nothing.
    enablePurgeProtection: purgeProtection ? true : null
    publicNetworkAccess: 'Enabled'
  }
}

output name string = vault.name
