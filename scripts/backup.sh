#!/bin/sh
# Backs up the database into a folder and keeps the newest backups there: backup.sh [FOLDER [KEEP]] (default: the folder
# "backups" in the data directory, 14). Made for cron: prints one line, on standard error and with exit status 1 when it
# failed. Deletes only files that are named as it names its own, and only after a backup that is whole.
set -eu
umask 077
LC_ALL=C.UTF-8
export LC_ALL
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
now=$(date -u +%Y%m%dT%H%M%SZ)

fail() {
  printf '%s backup failed: %s\n' "$now" "$1" >&2
  exit 1
}

folder=${1:-${DGAS_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/dgas}/backups}
keep=${2:-14}
case $keep in
  '' | *[!0-9]* | 0*) fail "KEEP is '$keep'; expected how many backups to keep, 1 or more" ;;
esac
mkdir -p -- "$folder" 2>/dev/null || fail "cannot make the folder $folder"
folder=$(CDPATH='' cd -- "$folder" && pwd -P) || fail "cannot enter the folder $1"

said=$("$here/dgas" db backup "$folder/dgas-backup-$now.zip" 2>&1) ||
  fail "$(printf '%s' "$said" | tr '\n' ' ')"

# What a killed run left unfinished, a day ago or longer.
for part in "$folder"/.dgas-backup-*.zip.*.part; do
  if [ -f "$part" ] && [ -n "$(find "$part" -prune -mtime +0)" ]; then
    rm -f -- "$part"
  fi
done

# Oldest first, since their names are their times.
day='[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'
time='[0-9][0-9][0-9][0-9][0-9][0-9]'
# shellcheck disable=SC2086 # the pattern is to be expanded
set -- "$folder"/dgas-backup-${day}T${time}Z.zip
deleted=0
while [ $# -gt "$keep" ]; do
  rm -f -- "$1" || fail "made a backup, but cannot delete $1"
  deleted=$((deleted + 1))
  shift
done
printf '%s %s; %s kept, %s deleted\n' "$now" "$(printf '%s\n' "$said" | tail -n 1)" "$#" "$deleted"
