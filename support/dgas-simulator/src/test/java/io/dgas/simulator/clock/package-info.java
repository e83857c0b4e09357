/** The clock. */
@NullMarked
package io.dgas.simulator.clock;

import org.jspecify.annotations.NullMarked;
