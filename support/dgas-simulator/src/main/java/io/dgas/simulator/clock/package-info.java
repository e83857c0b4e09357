/** The time everything happens at. */
@NullMarked
package io.dgas.simulator.clock;

import org.jspecify.annotations.NullMarked;
