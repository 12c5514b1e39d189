@description('Name of the function app.')
param appName string

@description('Client id of the app registration for staff. Empty: nobody can sign in.')
param clientId string

// Open to everyone, because SendGrid and Twilio cannot sign in: each webhook checks its provider's signature itself. Nor can
// the school office's program: it shows a key, and without one set the address is not there.
// Everything else, whatever is added later, is closed to who is not signed in.
var openPaths = [
  '/api/health'
  '/api/schedule-changes'
  '/api/webhooks/*'
]

var staff = {
  azureActiveDirectory: {
    enabled: true
    registration: {
      clientId: clientId
      openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
      // No client secret: the setting of this name holds the identity that vouches for the app.
      clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
    }
    validation: {
      allowedAudiences: [
        clientId
        'api://${clientId}'
      ]
      defaultAuthorizationPolicy: {
        allowedApplications: [
          clientId
        ]
      }
    }
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName
}

resource signIn 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
    }
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'Return401'
      excludedPaths: openPaths
    }
    httpSettings: {
      requireHttps: true
    }
    identityProviders: empty(clientId) ? {} : staff
    // No copy of anybody's tokens is kept.
    login: {
      tokenStore: {
        enabled: false
      }
    }
  }
}
