/** Benchmarks of the geometry beside its peers, and what they are run on. */
@NullMarked
package io.dgas.bench;

import org.jspecify.annotations.NullMarked;
