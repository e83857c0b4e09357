#!/bin/sh
# Looks how the system stands and adds a line for each component to the log: daily_health_check.sh [SETTINGS]
# For cron: says nothing while nothing is failing; else what is, with exit code 1.
# The log is DGAS_HEALTH_LOG, else health_check.log in the log folder of the data directory.
set -eu
umask 077
called_from=$PWD
cd -- "$(dirname -- "$0")/.."
say() { printf 'dgas: %s\n' "$1" >&2; }
. scripts/services.sh
find_config "${1:-}"
log=${DGAS_HEALTH_LOG:-${DGAS_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/dgas}/log/health_check.log}
mkdir -p "$(dirname -- "$log")"
verdict=0
found=$(./dgas status --config "$config" 2>&1) || verdict=$?
printf '%s\n' "$found" | sed "s/^/$(date -u '+%Y-%m-%dT%H:%M:%SZ') /" >>"$log"
if [ "$verdict" -ne 0 ]; then
  printf '%s\n' "$found" | grep ' failing ' || printf '%s\n' "$found"
  exit 1
fi
