# Sourced by scripts that measure on a simulated market, which say their name in $name and how many symbols in $symbols:
# an installation of its own in a temporary folder, which becomes the working folder, and processes that end with the script.
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
token=simulated.token.0001

say() { printf '%s: %s\n' "$name" "$1" >&2; }
dgas() { "$here/dgas" "$@"; }

work=$(mktemp -d)
running=''
finish() {
  for process in $running; do
    end "$process"
  done
  dgas db stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
end() {
  kill "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}
trap finish EXIT
trap 'exit 1' INT TERM

export HOME="$work" XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" DGAS_START_CACHE=off
unset DGAS_DATABASE_URL DGAS_CONFIG DGAS_DATA_DIR
cd "$work"
dgas --version >&2

# Starts a process whose words go to files of its name; by exec, that the signal to end reaches it and no shell.
launch() {
  launched=$1
  shift
  (exec "$here/dgas" "$@" >"$launched.txt" 2>"$launched.err") &
  last=$!
  running="$last $running"
}

# Ends with what the processes said unless all of them go on.
require_running() {
  for process in $running; do
    kill -0 "$process" || { cat ./*.err >&2; exit 1; }
  done
}

# Where a simulator that was launched last listens.
address() {
  until grep -q 'http://127' "$1.txt"; do
    kill -0 "$last" || { cat "$1.err" >&2; exit 1; }
    sleep 0.2
  done
  sed -n 's|.*\(http://127[^/ ]*\).*|\1|p' "$1.txt" | head -n 1
}

# Launches the vendor in real time from a moment on; afterwards $base is its address, symbols.txt has its symbols, and the
# installation knows them.
launch_vendor() {
  launch vendor simulator eodhd --port 0 --symbols "$symbols" --socket-symbols "$symbols" --start "$1" --speed 1
  base=$(address vendor)
  curl -s "$base/api/exchange-symbol-list/US?api_token=$token&fmt=json" |
    grep -o '"Code":"[^"]*"' | cut -d'"' -f4 >symbols.txt
  xargs "$here/dgas" symbols add <symbols.txt >/dev/null
}

# Settings for this vendor.
vendor_settings() {
  cat <<EOF
eodhd:
  api_token: $token
  base_url: $base/api
  websocket_url: ws${base#http}/ws
  websocket_symbols: $symbols
simulation:
  clock_url: $base/control/clock
EOF
}
