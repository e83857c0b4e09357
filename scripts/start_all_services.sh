#!/bin/sh
# Starts the services, each in a screen session of its own, and looks that they run: start_all_services.sh [SETTINGS]
# One that runs already is left alone. Exit code 0 when all run.
set -eu
umask 077
called_from=$PWD
cd -- "$(dirname -- "$0")/.."
say() { printf 'dgas: %s\n' "$1" >&2; }
. scripts/services.sh
find_config "${1:-}"
command -v screen >/dev/null || {
  say "there is no 'screen' here; install it (apt install screen)"
  exit 1
}
logs=${DGAS_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/dgas}/log
mkdir -p "$logs"

# Waits until it runs, as long as its session lives.
await() {
  for _ in $(seq 60); do
    if runs "$2" "$3"; then return 0; fi
    screen -ls "$1" | grep -q "[.]$1[[:space:]]" || return 1
    sleep 1
  done
  return 1
}

failed=0
while IFS='|' read -r session service running; do
  if runs "$service" "$running"; then
    echo "$service: runs already"
    continue
  fi
  log=$logs/$session.log
  screen -L -Logfile "$log" -dmS "$session" ./dgas "$service" start --config "$config" </dev/null
  if await "$session" "$service" "$running" </dev/null; then
    echo "$service: runs in screen session $session; attach with 'screen -r $session', detach with Ctrl-A d"
  else
    say "$service did not start; $log says: $(tail -n 3 "$log" | tr -d '\r' | tr '\n' ' ')"
    failed=1
  fi
done <<LIST
$SERVICES
LIST
echo "stop them with scripts/stop_all_services.sh; look at them with ./dgas status"
exit "$failed"
