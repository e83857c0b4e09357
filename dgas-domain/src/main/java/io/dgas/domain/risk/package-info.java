/** Stops, targets and the size of a position. */
@NullMarked
package io.dgas.domain.risk;

import org.jspecify.annotations.NullMarked;
