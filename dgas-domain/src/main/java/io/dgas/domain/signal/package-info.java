/** Decisions: the set-ups, their gates and factors, the evidence that a score is computed from, and the signals issued. */
@NullMarked
package io.dgas.domain.signal;

import org.jspecify.annotations.NullMarked;
