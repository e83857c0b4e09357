#!/bin/sh
# What open pages cost, and how soon they show a signal: live-pages.sh [PAGES [SIGNALS]] (default: 200 30). Serves the pages as a
# process of its own on a database of its own, keeps so many overviews open, commits signals one by one, and prints the
# milliseconds from the commit until the last page had it, and CPU and memory of the dashboard before and while pages are open.
set -eu
name=live-pages
pages=${1:-200}
signals=${2:-30}
port=8592
seconds=30
. "$(dirname -- "$0")/simulated-market.sh"
sql() { dgas db psql --builtin -c "$1"; }

cat >dgas.yaml <<EOF
eodhd: {api_token: $token, base_url: "http://127.0.0.1:1/api", websocket_url: "ws://127.0.0.1:1/ws"}
dashboard: {port: $port}
EOF
sql "insert into prediction_runs (run_timestamp, as_of, trading_interval, higher_intervals, status, symbols_processed,
    signals_generated, error_count, execution_time_ms, engine_version, configuration_hash)
  values (now(), now(), '30m', '{1d}', 'SUCCESS', 1, 0, 0, 1, '', '')" >/dev/null
launch dashboard dashboard start --config dgas.yaml
until curl -sf -o /dev/null "http://127.0.0.1:$port/"; do
  require_running
  sleep 0.2
done
process=$last

# Hundredths of a second of CPU, and resident kilobytes.
used() { awk '{ print $14 + $15 }' "/proc/$process/stat"; }
resident() { awk '/^VmRSS/ { print $2 }' "/proc/$process/status"; }
costs() {
  before=$(used)
  sleep "$seconds"
  echo "$1: $((($(used) - before) * 10)) ms of CPU in $seconds s, $(($(resident) / 1024)) MB resident"
}
sleep 20 # the JVM warms up
costs "no page open"
java "$here/support/dgas-bench/src/main/java/io/dgas/bench/page/OpenPages.java" \
  "http://127.0.0.1:$port" "$pages" >pages.txt &
readers=$!
running="$readers $running"
until grep -q '^open' pages.txt; do sleep 0.2; done
costs "$pages pages open"

number=0
while [ "$number" -lt "$signals" ]; do
  number=$((number + 1))
  sql "begin;
    insert into generated_signals (run_id, symbol, trading_interval, signal_timestamp, signal_type, set_up, entry_price, reason,
        evidence)
      select max(id), 'LIVE$number', '30m', now(), 'EXIT_LONG', 'EXHAUST', 1, '', '{}' from prediction_runs;
    select pg_notify('dgas_changes', 'SIGNAL LIVE$number');
    commit;
    select 'at LIVE$number ' || floor(extract(epoch from clock_timestamp()) * 1000)" | grep -o 'at LIVE.*' >>committed.txt
  sleep 0.7
done
sleep 2
awk 'NR == FNR { at[$2] = $3; next } $1 in at { print $2 - at[$1] }' committed.txt pages.txt | sort -n |
  awk -v asked="$signals" '{ ms[NR] = $1 }
    END { printf "commit to the last page: %d of %d signals, p50 %d, p95 %d, max %d ms\n", NR, asked, ms[int((NR + 1) / 2)],
      ms[int(NR * 0.95)], ms[NR] }'
