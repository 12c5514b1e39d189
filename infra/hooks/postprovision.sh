#!/bin/sh
# Puts what the providers gave you into the vault. Secrets are typed unseen, never an argument of a command, never in the azd
# environment, and in a file only this user can read for the moment of the upload. NOTIFIER_REPLACE_SECRETS=true asks again.
set -eu
: "${AZURE_FUNCTION_NAME:?Azure does not hold the app yet. Run azd up first}"

if ! az account show --output none 2>/dev/null; then
  echo 'Sign in with the Azure CLI (az login), then run: azd hooks run postprovision' >&2
  exit 1
fi

folder=$(umask 077 && mktemp -d)
trap 'stty echo 2>/dev/null || true; rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM

# The role of the operator takes up to ten minutes to act after the first provisioning.
tries=0
until az keyvault secret list --vault-name "$AZURE_KEY_VAULT_NAME" --output none 2>"$folder/why"; do
  tries=$((tries + 1))
  if [ "$tries" -ge 48 ]; then
    cat "$folder/why" >&2
    echo "The vault $AZURE_KEY_VAULT_NAME does not let you in. Once it does, run: azd hooks run postprovision" >&2
    exit 1
  fi
  echo 'Waiting until your role on the vault acts ...'
  sleep 15
done

# secret NAME WHAT [LEAST]: leaves alone what is there; asks until it has at least LEAST characters.
secret() {
  there=$(az keyvault secret list --vault-name "$AZURE_KEY_VAULT_NAME" --query "[?name=='$1'] | length(@)" --output tsv)
  if [ "$there" != 0 ] && [ "${NOTIFIER_REPLACE_SECRETS:-false}" != true ]; then
    return
  fi
  if [ ! -t 0 ]; then
    echo "The secret $1 is not in the vault $AZURE_KEY_VAULT_NAME. Run in a terminal: azd hooks run postprovision" >&2
    exit 1
  fi
  least=${3:-1}
  value=''
  while :; do
    printf '%s (not shown): ' "$2"
    stty -echo
    read -r value
    stty echo
    echo
    [ "${#value}" -lt "$least" ] || break
    echo "Too short: it takes at least $least character(s)."
  done
  (umask 077 && printf '%s' "$value" >"$folder/secret")
  value=''
  az keyvault secret set --vault-name "$AZURE_KEY_VAULT_NAME" --name "$1" --file "$folder/secret" --encoding utf-8 --output none
  rm -f "$folder/secret"
}

if [ "${NOTIFIER_SEND_EMAILS:-true}" = true ]; then
  secret sendgrid-api-key 'API key of SendGrid'
  echo "At SendGrid, add a signed event webhook for $NOTIFIER_URL/api/webhooks/sendgrid/events"
  secret sendgrid-event-public-key 'Its verification key'
fi

if [ "${NOTIFIER_SCHOOL_OFFICE:-false}" = true ]; then
  secret school-office-key 'Key of the school office, at least 32 characters, as openssl rand -base64 32 makes them' 32
  echo "The school office's program posts to $NOTIFIER_URL/api/schedule-changes with the header X-Notifier-Key"
fi

if [ "${NOTIFIER_SEND_TEXTS:-false}" = true ]; then
  secret twilio-auth-token 'Auth token of Twilio'
  echo "At Twilio, let incoming messages of the messaging service go to $NOTIFIER_URL/api/webhooks/twilio/inbound"
fi

# A reference that was resolved before its secret was there is looked at again only after a day, unless it is asked for.
settings="/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$AZURE_RESOURCE_GROUP/providers/Microsoft.Web/sites/$AZURE_FUNCTION_NAME/config/configreferences/appsettings"
if ! az rest --method post --output none --url "https://management.azure.com$settings/refresh?api-version=2022-03-01"; then
  echo "The secrets are in the vault, but $AZURE_FUNCTION_NAME was not told to read them again. Run: azd hooks run postprovision; then azd up" >&2
  exit 1
fi
