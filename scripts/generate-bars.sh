#!/bin/sh
# Writes CSV files of made-up bars: generate-bars.sh DIR [--symbols N] [--years Y] [--interval I] [--seed S] (default: 1d)
# Needs a build: ./dgas --version makes one.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
say() { printf 'generate-bars: %s\n' "$1" >&2; }
. "$here/scripts/find-java.sh"
find_java
classes=$here/support/dgas-testkit/target/classes:$here/support/dgas-testkit-bars/target/classes
exec "$java_home/bin/java" -cp "$classes:$here/dgas-domain/target/classes" io.dgas.testkit.GenerateBars "$@"
