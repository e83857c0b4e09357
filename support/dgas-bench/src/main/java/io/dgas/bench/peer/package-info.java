/** PLdot, envelope and state by the same rules, made otherwise: a plain loop over columns, and indicators of ta4j. */
@NullMarked
package io.dgas.bench.peer;

import org.jspecify.annotations.NullMarked;
