#!/bin/sh
# Asks for the settings that have no default and keeps them in the azd environment. Nothing here is secret.
set -eu

# ask NAME QUESTION PATTERN: leaves alone what is set.
ask() {
  eval "value=\${$1:-}"
  while :; do
    # shellcheck disable=SC2254 # the pattern is meant as one
    case $value in $3) break ;; esac
    if [ ! -t 0 ]; then
      echo "The setting $1 is missing. Set it with: azd env set $1 VALUE" >&2
      exit 1
    fi
    printf '%s ' "$2"
    read -r value
  done
  azd env set "$1" "$value"
}

ask NOTIFIER_DISTRICT_MAILBOX 'Mailbox of the district for alerts, for example notifier@example.org:' '?*@?*.?*'

if [ "${NOTIFIER_SEND_EMAILS:-true}" = true ]; then
  ask NOTIFIER_EMAIL_FROM 'Address families see as the sender of email (verified at SendGrid):' '?*@?*.?*'
fi

if [ "${NOTIFIER_SEND_TEXTS:-false}" = true ]; then
  ask NOTIFIER_TEXT_ACCOUNT_SID 'Account SID at Twilio (AC...):' 'AC?*'
  ask NOTIFIER_TEXT_MESSAGING_SERVICE_SID 'Messaging service SID at Twilio (MG...):' 'MG?*'
else
  echo 'Texts are off until the sender is registered. Then: azd env set NOTIFIER_SEND_TEXTS true && azd hooks run postprovision && azd up'
fi
