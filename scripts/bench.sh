#!/bin/sh
# Builds and runs the benchmarks:
#   bench.sh [JMH options]            geometry of one series
#   bench.sh trades [JMH options]     live trades from bytes to bars
#   bench.sh cycle [SYMBOLS [ROUNDS]] prediction cycles from PostgreSQL to committed signals
#   bench.sh cold FOLDER              the first decisions of a fresh JVM over a folder of daily bars
#   bench.sh import FOLDER [ROUNDS]   storing them beside plain COPY, and reading them back
#   bench.sh collected [ROUNDS]       storing a million bars in the batches of the collection beside plain COPY
#   bench.sh scores FOLDER            the distribution of scores
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
say() { printf 'bench: %s\n' "$1" >&2; }
. "$here/scripts/find-java.sh"
find_java
if command -v mvn >/dev/null; then maven=mvn; else maven=$here/mvnw; fi
say "building ..."
(cd "$here" && JAVA_HOME=$java_home "$maven" -B -q -Dmaven.test.skip=true -pl support/dgas-bench -am package) >&2
dist=$here/support/dgas-bench/target/dist
case ${1:-} in
  scores) main=score.ScoreDistribution && shift ;;
  cycle) main=decision.PredictionCycles heap=-XX:InitialRAMPercentage=6.25 && shift ;; # as the scheduler has it
  cold) main=decision.ColdDecisions && shift ;;
  trades) main=live.TradeBenchmarks && shift ;;
  collected) main=store.StoringCollected && shift ;;
  import) main=store.StoringAndReading && shift ;;
  *) main=Benchmarks ;;
esac
exec "$java_home/bin/java" -XX:+UseSerialGC ${heap:-} -Dslf4j.internal.verbosity=ERROR -cp "$dist/dgas-bench.jar:$dist/lib/*" "io.dgas.bench.$main" "$@"
