/** How scores and their factors are distributed over recorded bars. */
@NullMarked
package io.dgas.bench.score;

import org.jspecify.annotations.NullMarked;
