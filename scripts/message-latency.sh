#!/bin/sh
# How soon a signal is told: message-latency.sh [MINUTES [CONFIDENCE [STRENGTH]]] (default: 12 0.65 0.60).
# Runs both simulators in real time (Discord's with its real limits), the collection and the scheduler beside them, each as a
# process of its own and with an installation of its own in a temporary folder: one-minute bars of 517 symbols amid a session,
# a cycle at each minute. Then asks the database how long after the close of its bar each message had been accepted. Signals
# below the thresholds are not told: at the defaults a minute has many, which make a digest, at 0.81 and 0.77 few.
set -eu
name=message-latency
minutes=${1:-12}
confidence=${2:-0.65}
strength=${3:-0.60}
symbols=517
start=2026-06-01T14:30:00Z
history=150 # seconds that fetching it takes, in which nothing can be decided
. "$(dirname -- "$0")/simulated-market.sh"

launch_vendor "$start"
launch discord simulator discord --port 0 --start "$start" --speed 1
channel=$(address discord)
{
  vendor_settings
  cat <<EOF
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
EOF
} >dgas.yaml
launch collection data-collection start --config dgas.yaml
launch scheduler scheduler start --config dgas.yaml
left=$((history + minutes * 60))
say "deciding $symbols symbols each minute; done in $left s"
sleep "$left"
require_running

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
