#!/bin/sh
# Plays every fault of the fault matrix against real services and prints what was said of it: fault-matrix.sh [long]
# The short form takes some minutes and skips, saying so, what takes longest; long plays all. Full and read-only
# disks are mounted, which root alone may do.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
say() { printf 'fault-matrix: %s\n' "$1" >&2; }
case ${1:-short} in
  short | long) form=${1:-short} ;;
  *) say "'$1' is not understood; give nothing, or long" && exit 2 ;;
esac
. "$here/scripts/find-java.sh"
find_java
if command -v mvn >/dev/null; then maven=mvn; else maven=$here/mvnw; fi
table=$here/dgas-app/target/fault-matrix.txt
log=$here/dgas-app/target/fault-matrix.log
mkdir -p "$here/dgas-app/target"
rm -f "$table"
say "building and playing the $form form; Maven's words go to $log"
code=0
(cd "$here" && JAVA_HOME=$java_home "$maven" -B verify -pl dgas-app -am "-Ddgas.matrix=$form" -Dit.test=FaultMatrixIT \
  -Dtest=NoUnitTest -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false) >"$log" 2>&1 || code=1
grep -E '^\[(ERROR|WARNING)\].*(FaultMatrixIT|fault matrix)' "$log" >&2 || true
[ ! -e "$table" ] || cat "$table"
[ "$code" = 0 ] || say "something did not hold; the end of $log says what"
exit "$code"
