/** A universe decided in a fresh JVM: what a command line waits for, which no warmed-up benchmark shows. */
@NullMarked
package io.dgas.bench.decision;

import org.jspecify.annotations.NullMarked;
