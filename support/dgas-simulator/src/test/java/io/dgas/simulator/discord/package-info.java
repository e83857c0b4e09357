/** The simulated Discord as any client meets it. */
@NullMarked
package io.dgas.simulator.discord;

import org.jspecify.annotations.NullMarked;
