#!/bin/sh
# Writes CSV files of made-up daily bars: generate-bars.sh DIR [--symbols N] [--years Y] [--seed S]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
classes=$here/support/dgas-testkit/target/classes:$here/support/dgas-testkit-bars/target/classes
DGAS_CLASS_PATH=$classes:$here/dgas-domain/target/classes DGAS_MAIN=io.dgas.testkit.GenerateBars exec "$here/dgas" "$@"
