# Puts what the providers gave you into the vault. Secrets are typed unseen, never an argument of a command, never in the azd
# environment, and in a file of this user for the moment of the upload. NOTIFIER_REPLACE_SECRETS=true asks again.
$ErrorActionPreference = 'Stop'
if (-not $env:AZURE_FUNCTION_NAME) { throw 'Azure does not hold the app yet. Run azd up first' }
$vault = $env:AZURE_KEY_VAULT_NAME

az account show --output none 2>$null
if ($LASTEXITCODE -ne 0) {
    throw 'Sign in with the Azure CLI (az login), then run: azd hooks run postprovision'
}

# The role of the operator takes up to ten minutes to act after the first provisioning.
for ($tries = 1; ; $tries++) {
    $why = az keyvault secret list --vault-name $vault --output none 2>&1
    if ($LASTEXITCODE -eq 0) { break }
    if ($tries -ge 48) {
        throw "The vault $vault does not let you in ($why). Once it does, run: azd hooks run postprovision"
    }
    Write-Host 'Waiting until your role on the vault acts ...'
    Start-Sleep -Seconds 15
}

# Leaves alone what is there; asks until it has at least so many characters.
function Save-Secret([string] $Name, [string] $What, [int] $Least = 1) {
    $there = az keyvault secret list --vault-name $vault --query "[?name=='$Name'] | length(@)" --output tsv
    if ($LASTEXITCODE -ne 0) { throw "The secrets of $vault cannot be listed." }
    if ($there -ne '0' -and $env:NOTIFIER_REPLACE_SECRETS -ne 'true') { return }
    if ([Console]::IsInputRedirected) {
        throw "The secret $Name is not in the vault $vault. Run in a terminal: azd hooks run postprovision"
    }
    while ($true) {
        $value = Read-Host "$What (not shown)" -AsSecureString
        if ($value.Length -ge $Least) { break }
        Write-Host "Too short: it takes at least $Least character(s)."
    }
    # The folder for temporary files is this user's own.
    $file = New-TemporaryFile
    try {
        ConvertFrom-SecureString $value -AsPlainText | Set-Content -Path $file -NoNewline -Encoding utf8NoBOM
        az keyvault secret set --vault-name $vault --name $Name --file $file --encoding utf-8 --output none
        if ($LASTEXITCODE -ne 0) { throw "The secret $Name could not be saved." }
    } finally {
        Remove-Item -Path $file -Force
    }
}

if (($env:NOTIFIER_SEND_EMAILS ?? 'true') -eq 'true') {
    Save-Secret 'sendgrid-api-key' 'API key of SendGrid'
    Write-Host "At SendGrid, add a signed event webhook for $env:NOTIFIER_URL/api/webhooks/sendgrid/events"
    Save-Secret 'sendgrid-event-public-key' 'Its verification key'
}

if (($env:NOTIFIER_SCHOOL_OFFICE ?? 'false') -eq 'true') {
    Save-Secret 'school-office-key' 'Key of the school office, at least 32 characters, as openssl rand -base64 32 makes them' 32
    Write-Host "The school office's program posts to $env:NOTIFIER_URL/api/schedule-changes with the header X-Notifier-Key"
}

if (($env:NOTIFIER_SEND_TEXTS ?? 'false') -eq 'true') {
    Save-Secret 'twilio-auth-token' 'Auth token of Twilio'
    Write-Host "At Twilio, let incoming messages of the messaging service go to $env:NOTIFIER_URL/api/webhooks/twilio/inbound"
}

# A reference that was resolved before its secret was there is looked at again only after a day, unless it is asked for.
$settings = "/subscriptions/$env:AZURE_SUBSCRIPTION_ID/resourceGroups/$env:AZURE_RESOURCE_GROUP/providers/Microsoft.Web/sites/$env:AZURE_FUNCTION_NAME/config/configreferences/appsettings"
az rest --method post --output none --url "https://management.azure.com$settings/refresh?api-version=2022-03-01"
if ($LASTEXITCODE -ne 0) {
    throw "The secrets are in the vault, but $env:AZURE_FUNCTION_NAME was not told to read them again. Run: azd hooks run postprovision; then azd up"
}
