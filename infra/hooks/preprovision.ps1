# Asks for the settings that have no default and keeps them in the azd environment. Nothing here is secret.
$ErrorActionPreference = 'Stop'

# Leaves alone what is set.
function Request-Setting([string] $Name, [string] $Question, [string] $Pattern) {
    $value = [Environment]::GetEnvironmentVariable($Name)
    while ($value -notlike $Pattern) {
        if ([Console]::IsInputRedirected) {
            throw "The setting $Name is missing. Set it with: azd env set $Name VALUE"
        }
        $value = Read-Host $Question
    }
    azd env set $Name $value
    if ($LASTEXITCODE -ne 0) { throw "azd env set $Name failed." }
}

Request-Setting 'NOTIFIER_DISTRICT_MAILBOX' 'Mailbox of the district for alerts, for example notifier@example.org' '?*@?*.?*'

if (($env:NOTIFIER_SEND_EMAILS ?? 'true') -eq 'true') {
    Request-Setting 'NOTIFIER_EMAIL_FROM' 'Address families see as the sender of email (verified at SendGrid)' '?*@?*.?*'
}

if (($env:NOTIFIER_SEND_TEXTS ?? 'false') -eq 'true') {
    Request-Setting 'NOTIFIER_TEXT_ACCOUNT_SID' 'Account SID at Twilio (AC...)' 'AC?*'
    Request-Setting 'NOTIFIER_TEXT_MESSAGING_SERVICE_SID' 'Messaging service SID at Twilio (MG...)' 'MG?*'
} else {
    Write-Host 'Texts are off until the sender is registered. Then: azd env set NOTIFIER_SEND_TEXTS true; azd hooks run postprovision; azd up'
}
