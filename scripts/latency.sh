#!/bin/sh
# How soon live bars are stored: latency.sh [MINUTES [INTERVAL [SYMBOLS]]] (default: 16 1m 517).
# Runs the simulator in real time and the collection beside it, each as its own process and with an installation of its own
# in a temporary folder, from some minutes before the open of a session; then asks the database when each bar became
# visible (PostgreSQL's own commit times) and how many there are of each slot. Prints seconds after close plus grace.
set -eu
name=latency
minutes=${1:-16}
interval=${2:-1m}
symbols=${3:-517}
grace=45
start=2026-06-01T13:26:30Z # three and a half minutes before the open: both need some time to start, and subscribing takes half a minute
before_open=210
. "$(dirname -- "$0")/simulated-market.sh"
sql() { dgas db psql --builtin -c "$1"; }

# The server has to be started anew to keep commit times.
dgas db start >/dev/null
dgas db migrate >/dev/null
sql 'alter system set track_commit_timestamp = on' >/dev/null
dgas db stop >/dev/null
dgas db start >/dev/null

began=$(date +%s)
launch_vendor "$start"
{
  vendor_settings
  cat <<EOF
data_collection:
  enabled: true
  requests_per_minute: 1000
  history_days: 7
  websocket_interval: $interval
  close_grace_seconds: $grace
EOF
} >dgas.yaml
launch collection data-collection start --config dgas.yaml
collection=$last
left=$((before_open + minutes * 60 + grace + 20 - $(date +%s) + began))
say "collecting $symbols symbols on $interval for $minutes minutes; done in $left s"
sleep "$left"
require_running
dgas data-collection status --config dgas.yaml >&2 || true

# The simulator's clock against this machine's, asked five times: the answer that came quickest is the best.
offset=$(for _ in 1 2 3 4 5; do
  sent=$(date +%s%N)
  told=$(curl -s "$base/control/clock" | sed 's/.*"now":"\([^"]*\)".*/\1/')
  came=$(date +%s%N)
  echo "$((came - sent)) $(($(date -d "$told" +%s%N) - (sent + came) / 2))"
done | sort -n | head -n 1 | cut -d' ' -f2)
length="interval '$(echo "$interval" | sed 's/m$/ minutes/; s/h$/ hours/')'"
late="select \"timestamp\" as opens, symbol_id,
  extract(epoch from pg_xact_commit_timestamp(xmin) - \"timestamp\" - $length) + $offset / 1e9 - $grace as visible,
  extract(epoch from recorded_at - \"timestamp\" - $length) - $grace as begun
  from market_data where source = 'ws'"

sql "select count(*) as bars, count(distinct opens) as slots,
  round((percentile_disc(0.5) within group (order by visible))::numeric, 3) as p50,
  round((percentile_disc(0.9) within group (order by visible))::numeric, 3) as p90,
  round((percentile_disc(0.99) within group (order by visible))::numeric, 3) as p99,
  round(max(visible)::numeric, 3) as max, round(min(visible)::numeric, 3) as min,
  round((percentile_disc(0.99) within group (order by begun))::numeric, 3) as begun_p99
  from ($late) as late"
sql "select to_char(opens at time zone 'UTC', 'HH24:MI') as opens, count(*) as bars, round(max(visible)::numeric, 3) as last,
  max(requested) as expected, max(silent) as without_trade, max(failed) as interrupted,
  max(requested) - max(silent) - max(failed) - count(*) as missing, count(*) - count(distinct symbol_id) as doubled
  from ($late) as late join
  (select (detail->>'opens')::timestamptz as slot, symbols_requested as requested, (detail->>'silent')::int as silent,
    symbols_failed as failed from data_collection_runs where kind = 'LIVE') as runs on slot = opens
  group by opens order by opens"

# The vendor's own history of these minutes, which it gives the day after, read by nothing of ours. Its socket tells of the
# trades of some venues alone, and so of a share of the volume.
end "$collection"
sql "select symbol, extract(epoch from \"timestamp\")::bigint as opens, open, high, low, close, volume
  from market_data join market_symbols on id = symbol_id where source = 'ws'" >stored.txt
curl -s -X POST "$base/control/clock" -d '{"now":"2026-06-03T14:00:00Z"}' >/dev/null
open=$(date -d 2026-06-01T13:30:00Z +%s)
while read -r symbol; do
  curl -s "$base/api/intraday/$symbol.US?api_token=$token&interval=1m&from=$open&to=$((open + (minutes + 60) * 60))" |
    awk -F, -v symbol="$symbol" '$1 ~ /^[0-9]+$/ { print symbol, $1, $4, $5, $6, $7, $8 }'
done <symbols.txt >history.txt
case $interval in *h) length=$((${interval%h} * 3600)) ;; *) length=$((${interval%m} * 60)) ;; esac
awk -v open="$open" -v length_="$length" '
  NR == FNR { if (NF == 7 && $2 ~ /^[0-9]+$/) { stored[$1 " " $2] = $3 " " $4 " " $5 " " $6; volume[$1 " " $2] = $7; n++
                if ($2 + length_ > end) end = $2 + length_ }; next }
  $2 >= end { next }
  { key = $1 " " ($2 - ($2 - open) % length_)
    if (!(key in o)) { o[key] = $3; h[key] = $4; l[key] = $5 }
    if ($4 > h[key]) h[key] = $4
    if ($5 < l[key]) l[key] = $5
    c[key] = $6; v[key] += $7 }
  END {
    for (key in o) {
      traded++
      if (!(key in stored)) { missing++; if (missing <= 10) print "missing: " key; continue }
      split(stored[key], s, " ")
      if (s[1] + 0 != o[key] + 0 || s[2] + 0 != h[key] + 0 || s[3] + 0 != l[key] + 0 || s[4] + 0 != c[key] + 0) {
        differing++; if (differing <= 5) print "differs: " key ": stored " stored[key] ", history " o[key], h[key], l[key], c[key] }
      sent += volume[key]; whole += v[key]
    }
    for (key in stored) if (!(key in o)) { invented++; if (invented <= 10) print "invented: " key }
    printf "%d bars stored, %d by the history of the vendor: %d missing, %d invented, %d with another open, high, low or close; %.1f%% of its volume\n",
      n, traded, missing, invented, differing, 100 * sent / whole
  }' stored.txt history.txt
