#!/bin/sh
# Keeps the logs of the screen sessions, of the health check and of what services say beside their log from growing without
# end: rotate_logs.sh [FOLDER [KEEP [KILOBYTES]]] (default: the folder "log" in the data directory, 7, 1024). One of so many
# kilobytes or more is packed into FILE.1.gz, the newest, and emptied; its writer goes on. Logs that a service writes to a
# file of its own are rolled by the service. Made for cron: says nothing unless it failed, then with exit status 1. A line
# that is written between the copy and the emptying, some milliseconds, is lost.
set -eu
umask 077
LC_ALL=C
export LC_ALL

fail() {
  printf 'rotating the logs failed: %s\n' "$1" >&2
  exit 1
}

folder=${1:-${DGAS_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/dgas}/log}
keep=${2:-7}
size=${3:-1024}
for number in "$keep" "$size"; do
  case $number in
    '' | *[!0-9]* | 0*) fail "'$number' is not a number of 1 or more; usage: rotate_logs.sh [FOLDER [KEEP [KILOBYTES]]]" ;;
  esac
done
[ -d "$folder" ] || {
  [ $# -eq 0 ] || fail "there is no folder $folder"
  exit 0 # nothing has been logged yet
}
cd -- "$folder" || fail "cannot enter $folder"

# One at a time; what a killed run left is taken over an hour later.
lock=.rotating
if ! mkdir "$lock" 2>/dev/null; then
  [ -n "$(find "$lock" -prune -mmin +60 2>/dev/null)" ] || fail "another one is at work in $folder, or was killed less than an hour ago"
  touch "$lock"
fi
trap 'rmdir "$lock"' EXIT
trap 'exit 1' HUP INT TERM

rotate() {
  gzip -c -- "$1" >"$1.part" || fail "cannot pack $folder/$1 (is the disk full?)"
  number=$keep
  while [ "$number" -gt 1 ]; do
    [ ! -f "$1.$((number - 1)).gz" ] || mv -f -- "$1.$((number - 1)).gz" "$1.$number.gz"
    number=$((number - 1))
  done
  mv -f -- "$1.part" "$1.1.gz"
  : >"$1"
}

for log in dgas_*.log health_check.log *.out; do
  if [ -f "$log" ] && [ "$(wc -c <"$log")" -ge $((size * 1024)) ]; then
    rotate "$log"
  fi
done
