#!/bin/sh
# From nothing to explained decisions: builds dgas when needed, starts its private PostgreSQL, imports daily bars and
# decides every symbol. Recorded bars are taken from the folder that DGAS_RECORDED_BARS names, or from ../shared/data
# beside this project; where there are none, bars are generated, and this says so.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
dgas=$here/dgas
recorded=${DGAS_RECORDED_BARS:-$here/../shared/data}
bars=$recorded/daily_universe
actions=$recorded/corporate_actions/pystock_action_hints.csv
generated=

say() { printf '\n== %s\n' "$*" >&2; }

"$dgas" --version >&2 # builds on the first run
if [ -d "$bars" ]; then
  say "importing recorded daily bars"
  "$dgas" data import "$bars" --interval 1d
  if [ -f "$actions" ]; then
    say "importing the splits and dividends that belong to them"
    "$dgas" data actions import "$actions" --skip-bad
  fi
else
  say "no recorded bars at hand (DGAS_RECORDED_BARS names their folder)"
  say "these bars are GENERATED: made-up symbols GEN001, GEN002, ... with random prices"
  generated=$(mktemp -d)
  trap 'rm -rf "$generated"' EXIT
  bars=$generated
  "$here/scripts/generate-bars.sh" "$bars" --symbols 60 --years 3 >&2
  "$dgas" data import "$bars" --interval 1d
fi

say "deciding every symbol on daily bars, with the week as the higher timeframe"
"$dgas" predict --all --trading 1d --higher 1w
first=$(ls "$bars" | sed -n '1s/\.csv$//p')
say "one of them in full: dgas predict $first --trading 1d --higher 1w --explain"
"$dgas" predict "$first" --trading 1d --higher 1w --explain
[ -z "$generated" ] || say "remember: these bars are generated, nothing here is a market"
cat >&2 <<EOF

What next?
  ./dgas levels $first --interval 1d                     the projection sheet for the coming bar
  ./dgas analyze $first --trading 1d --higher 1w         states, patterns and areas on both timeframes
  ./dgas data import FILE... --interval 1h           your own bars: symbol,timestamp,open,high,low,close,volume
  ./dgas report recent-signals --hours 24            the signals stored
  ./dgas --help                                      everything else
  ./dgas db stop                                     stop the private PostgreSQL
EOF
