#!/bin/sh
# How long the page's answers, /metrics and status take on a full database: page-times.sh [SYMBOLS [YEARS [SIGNALS]]]
# (default: 517 6 50000, which are 10 million half-hour bars). Stores made-up bars and the signals of some decisions, repeated
# at earlier times until there are so many, in an installation of its own; then asks the dashboard, as a process of its own,
# 200 times for each address, and prints milliseconds.
set -eu
name=page-times
symbols=${1:-517}
years=${2:-6}
signals=${3:-50000}
rounds=200
port=8591
. "$(dirname -- "$0")/simulated-market.sh"
unset DGAS_START_CACHE # commands are measured as users have them
sql() { dgas db psql --builtin -c "$1"; }

say "making and storing the bars"
"$here/scripts/generate-bars.sh" "$work/bars" --symbols "$symbols" --years "$years" --interval 30m >&2
dgas data import "$work/bars" --interval 30m >&2
rm -rf "$work/bars"
for day in 15 16 19 20 21 22 23 26 27 28; do
  dgas predict --all --trading 30m --higher 1d --as-of "2026-10-${day}T20:00:00Z" >/dev/null
done
sql "insert into generated_signals (run_id, symbol, trading_interval, signal_timestamp, signal_type, set_up, entry_price,
    stop_loss, target_price, risk_reward, confidence, signal_strength, reason, evidence, expires_at)
  select run_id, symbol, trading_interval, signal_timestamp - weeks * interval '4 weeks', signal_type, set_up, entry_price,
    stop_loss, target_price, risk_reward, confidence, signal_strength, reason, evidence, expires_at - weeks * interval '4 weeks'
  from generated_signals
  cross join generate_series(1, (select $signals / count(*) from generated_signals)) as weeks
  order by weeks, id limit greatest(0, $signals - (select count(*) from generated_signals))
  on conflict do nothing" >/dev/null
sql 'vacuum analyze' >/dev/null
sql 'select (select count(*) from market_data) as bars, (select count(*) from generated_signals) as signals'

cat >dgas.yaml <<EOF
eodhd: {api_token: $token, base_url: "http://127.0.0.1:1/api", websocket_url: "ws://127.0.0.1:1/ws"}
dashboard: {port: $port}
EOF
launch dashboard dashboard start --config dgas.yaml
until curl -sf -o /dev/null "http://127.0.0.1:$port/health/live"; do
  require_running
  sleep 0.1
done
for path in / /system /symbols/GEN001 /symbols/GEN002/chart.json /metrics /health/live /health/ready; do
  round=0
  while [ "$round" -lt "$rounds" ]; do
    round=$((round + 1))
    curl -s -o answer -w '%{time_starttransfer} %{size_download} %{http_code}\n' "http://127.0.0.1:$port$path"
  done | sort -n | awk -v path="$path" '
    { ms[NR] = $1 * 1000; size = $2; code[$3]++ }
    END {
      printf "%-40s p50 %6.1f  p99 %6.1f  max %6.1f ms  %7d bytes ", path, ms[int((NR + 1) / 2)], ms[int(NR * 0.99)], ms[NR], size
      for (each in code) printf " %s: %d", each, code[each]
      print ""
    }'
done
for _ in 1 2 3 4 5; do
  begun=$(date +%s%N)
  dgas status --config dgas.yaml >status.txt || true
  echo "status $((($(date +%s%N) - begun) / 1000000)) ms"
done
cat status.txt
