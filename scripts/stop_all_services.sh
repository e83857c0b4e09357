#!/bin/sh
# Stops the services, each after the step in hand: stop_all_services.sh [SETTINGS]. Exit code 0 when none runs any more.
set -eu
called_from=$PWD
cd -- "$(dirname -- "$0")/.."
say() { printf 'dgas: %s\n' "$1" >&2; }
. scripts/services.sh
find_config "${1:-}"
failed=0
while IFS='|' read -r session service running; do
  if runs "$service" "$running"; then
    ./dgas "$service" stop --config "$config" </dev/null || failed=1
  else
    echo "$service: does not run"
  fi
done <<LIST
$SERVICES
LIST
exit "$failed"
