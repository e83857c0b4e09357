#!/bin/sh
# How soon a signal is told: message-latency.sh [MINUTES [CONFIDENCE [STRENGTH]]] (default: 12 0.65 0.60).
# Runs both simulators in real time (Discord's with its real limits), the collection and the scheduler beside them, each as a
# process of its own and with an installation of its own in a temporary folder: one-minute bars of 517 symbols amid a session,
# a cycle at each minute. Then asks the database how long after the close of its bar each message had been accepted. Signals
# below the thresholds are not told: at the defaults a minute has many, which make a digest, at 0.81 and 0.77 few.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
minutes=${1:-12}
confidence=${2:-0.65}
strength=${3:-0.60}
symbols=517
start=2026-06-01T14:30:00Z
history=150 # seconds that fetching it takes, in which nothing can be decided
token=simulated.token.0001

say() { printf 'message-latency: %s\n' "$1" >&2; }
dgas() { "$here/dgas" "$@"; }

work=$(mktemp -d)
running=''
finish() {
  for process in $running; do
    kill "$process" 2>/dev/null || true
    wait "$process" 2>/dev/null || true
  done
  dgas db stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 1' INT TERM

export HOME="$work" XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" DGAS_START_CACHE=off
unset DGAS_DATABASE_URL DGAS_CONFIG DGAS_DATA_DIR
cd "$work"
dgas --version >&2

# Starts a process whose words go to files of its name; by exec, that the signal to end reaches it and no shell.
launch() {
  name=$1
  shift
  (exec "$here/dgas" "$@" >"$name.txt" 2>"$name.err") &
  running="$! $running"
  last=$!
}

# Where a simulator that was launched last listens.
address() {
  until grep -q 'http://127' "$1.txt"; do
    kill -0 "$last" || { cat "$1.err" >&2; exit 1; }
    sleep 0.2
  done
  sed -n 's|.*\(http://127[^/ ]*\).*|\1|p' "$1.txt" | head -n 1
}

launch vendor simulator eodhd --port 0 --symbols "$symbols" --socket-symbols "$symbols" --start "$start" --speed 1
base=$(address vendor)
launch discord simulator discord --port 0 --start "$start" --speed 1
channel=$(address discord)
curl -s "$base/api/exchange-symbol-list/US?api_token=$token&fmt=json" |
  grep -o '"Code":"[^"]*"' | cut -d'"' -f4 >symbols.txt
xargs "$here/dgas" symbols add <symbols.txt >/dev/null
cat >dgas.yaml <<EOF
eodhd:
  api_token: $token
  base_url: $base/api
  websocket_url: ws${base#http}/ws
  websocket_symbols: $symbols
data_collection:
  enabled: true
  requests_per_minute: 2000
  history_days: 4
  close_grace_seconds: 2
  websocket_interval: 1m
  interval_market_hours: 1m
  interval_after_hours: 1m
  interval_weekends: 1m
prediction:
  min_confidence: $confidence
  min_signal_strength: $strength
scheduler:
  cron_expression: "* * * * *"
  trading_interval: 1m
  htf_interval: 10m
  further_intervals: [30m]
notifications:
  discord:
    enabled: true
    bot_token: c2ltdWxhdGVkLWJvdA.simulated.discord-token-0001
    channel_id: "1010000000000000001"
    api_base_url: $channel/api/v10
simulation:
  clock_url: $base/control/clock
EOF
launch collection data-collection start --config dgas.yaml
launch scheduler scheduler start --config dgas.yaml
left=$((history + minutes * 60))
say "deciding $symbols symbols each minute; done in $left s"
sleep "$left"
for process in $running; do
  kill -0 "$process" || { cat ./*.err >&2; exit 1; }
done

dgas db psql --builtin -c "select lower(kind) as told, count(*) as messages,
  round(percentile_disc(0.5) within group (order by late)::numeric, 2) as p50,
  round(percentile_disc(0.95) within group (order by late)::numeric, 2) as p95, round(max(late)::numeric, 2) as max
  from (select n.kind, extract(epoch from n.settled_at - r.as_of) as late
    from notices n join generated_signals s on s.id = n.signal_ids[1] join prediction_runs r on r.id = s.run_id
    where n.state = 'DELIVERED') as messages group by kind"
dgas db psql --builtin -c "select lower(state) as notices, count(*) from notices group by state"
dgas db psql --builtin -c "select count(*) as cycles, sum(signals_generated) as signals,
  round(percentile_disc(0.5) within group (order by execution_time_ms)::numeric, 0) as p50_ms
  from prediction_runs where signals_generated > 0"
