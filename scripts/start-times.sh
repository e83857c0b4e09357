#!/bin/sh
# Measures how soon each service answers after its start, how long /metrics and status take: start-times.sh [ROUNDS]
# On a throw-away installation whose vendor is away; the launcher's cache of starts is waited for first.
set -eu
rounds=${1:-3}
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
dgas=$here/dgas
folder=$(mktemp -d)
DGAS_DATA_DIR=$folder
DGAS_CONFIG=$folder/dgas.yaml
export DGAS_DATA_DIR DGAS_CONFIG
trap '"$dgas" db stop >/dev/null 2>&1; rm -rf "$folder"' EXIT
cat >"$DGAS_CONFIG" <<YAML
eodhd: {api_token: simulated.token.0001, base_url: "http://127.0.0.1:1/api", websocket_url: "ws://127.0.0.1:1/ws"}
data_collection: {enabled: true}
notifications: {discord: {enabled: false}}
YAML

now() { date +%s%N; }
since() { echo $((($(now) - $1) / 1000000)); }

# A service, where it answers, and the question that shows that it is there.
measure() {
  begun=$(now)
  "$dgas" "$1" start >"$folder/$1.out" 2>&1 &
  until curl -sf -o /dev/null "http://127.0.0.1:$2/health/$3"; do
    [ "$(since "$begun")" -lt 30000 ] || { cat "$folder/$1.out" >&2; exit 1; }
    sleep 0.02
  done
  printf '%-16s %4d ms to /health/%s; /metrics' "$1" "$(since "$begun")" "$3"
  for _ in 1 2 3 4 5 6 7 8; do
    curl -s -o /dev/null -w ' %{time_total}' "http://127.0.0.1:$2/metrics"
  done
  echo ' s'
  "$dgas" "$1" stop >/dev/null
  wait $!
}

"$dgas" --version
cache=$(find "$here" -maxdepth 4 -name 'dgas-*.aot' | head -n 1)
[ -n "$cache" ] || sleep 60
"$dgas" db migrate >/dev/null 2>&1
round=0
while [ "$round" -lt "$rounds" ]; do
  round=$((round + 1))
  measure dashboard 8501 ready
  measure scheduler 8503 live
  measure data-collection 8502 live
  begun=$(now)
  "$dgas" status >/dev/null || true
  echo "status           $(since "$begun") ms"
done
